// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Income
// proof: differs
// why: Operators of our own, checked and increment, keep the sum in a struct.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.OwnOperators;

public readonly record struct Total(int Value)
{
    public static Total operator +(Total left, int right) => new(left.Value + right);

    public static Total operator checked +(Total left, int right) => new(checked(left.Value + right));

    public static Total operator ++(Total total) => new(total.Value + 1);
}

[ForPurpose("billing")]
public static class Accounts
{
    public static Total Turnover(IEnumerable<Customer> customers)
    {
        var total = new Total(0);
        foreach (var customer in customers)
            total = checked(total + customer.Income);
        return ++total;
    }
}

[ForPurpose("analytics")]
public static class Dashboard
{
    public static void Show(Total total) => Use.Analytics(total.Value); //! ECRM2002
}

public static class Case
{
    public static void Run() => Dashboard.Show(Accounts.Turnover([Customers.Ada()]));
}
