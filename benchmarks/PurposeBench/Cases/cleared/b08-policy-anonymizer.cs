// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Income
// proof: reaches
// why: The policy lists the average as an anonymizer.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.B08PolicyAnonymizer;

public static class Averages
{
    public static int OfIncome(IReadOnlyCollection<Customer> group) => (int)(group.Sum(member => (long)member.Income) / group.Count);
}

[ForPurpose("billing")]
public static class YearReport
{
    public static int Typical(IReadOnlyCollection<Customer> debtors)
    {
        var typical = Averages.OfIncome(debtors);
        Use.Billing(typical);
        return typical;
    }
}

[ForPurpose("analytics")]
public static class PriceModel
{
    public static void Fit(IReadOnlyCollection<Customer> group) => Use.Analytics(YearReport.Typical(group));
}

public static class Case
{
    public static void Run() => PriceModel.Fit([Customers.Ada(), Customers.Other()]);
}
