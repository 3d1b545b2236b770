// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Postcode
// proof: differs
// why: The other property of the same extension block reads no label.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.ExtensionOfLibraryTier;

[ForPurpose("analytics")]
public static class Tiers
{
    public static void Count(IEnumerable<Customer> customers)
    {
        foreach (var group in customers.GroupBy(customer => customer.Tier))
            Use.Analytics(group.Key);
    }
}

public static class Case
{
    public static void Run() => Tiers.Count([Customers.Ada()]);
}
