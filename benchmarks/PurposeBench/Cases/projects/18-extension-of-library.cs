// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Postcode
// proof: reaches
// why: A property that the library adds to customers by an extension block reads the postcode.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.ExtensionOfLibrary;

[ForPurpose("analytics")]
public static class Regions
{
    public static void Count(IEnumerable<Customer> customers)
    {
        foreach (var group in customers.GroupBy(customer => customer.Region)) //! ECRM2003
            Use.Analytics(group.Key);
    }
}

public static class Case
{
    public static void Run() => Regions.Count([Customers.Ada()]);
}
