// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Income
// proof: differs
// why: A sum that is added up in a loop is arithmetic on every income in it.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.RunningTotal;

[ForPurpose("billing")]
public static class Ledger
{
    public static long Exposure(IReadOnlyList<Customer> customers)
    {
        long total = 0;
        for (var i = 0; i < customers.Count; i++)
        {
            total += checked(customers[i].Income * 2L);
            total++;
        }

        return unchecked(-total);
    }
}

[ForPurpose("analytics")]
public static class Dashboard
{
    public static void Show(IReadOnlyList<Customer> customers)
    {
        var exposure = Ledger.Exposure(customers); //! ECRM2002
        Use.Analytics(exposure);
    }
}

public static class Case
{
    public static void Run() => Dashboard.Show([Customers.Ada(), Customers.Other()]);
}
