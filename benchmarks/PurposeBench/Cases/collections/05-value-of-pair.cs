// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Postcode
// proof: reaches
// why: A loop over the pairs takes their values.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.ValueOfPair;

[ForPurpose("support")]
public static class Outages
{
    public static IReadOnlyDictionary<int, string> Areas(IEnumerable<Customer> customers)
    {
        var areas = new Dictionary<int, string> { { 0, "unknown" } };
        foreach (var customer in customers)
            areas.TryAdd(customer.Id, customer.Postcode);
        areas.Remove(0);
        return areas;
    }
}

[ForPurpose("analytics")]
public static class Heatmap
{
    public static void Draw(IEnumerable<Customer> customers)
    {
        foreach (var pair in Outages.Areas(customers))
            Use.Analytics($"{pair.Key}: {pair.Value}"); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Heatmap.Draw([Customers.Ada(), Customers.Other()]);
}
