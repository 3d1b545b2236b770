// verdict: violation
// origin: blind
// channel: research
// source: Customer.Postcode
// proof: reaches
// why: The key of a group is the postcode that the customers were grouped by.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.GroupedKeys;

[ForPurpose("support")]
public static class OutageMap
{
    public static ILookup<string, int> Affected(IEnumerable<Customer> customers) =>
        customers.Concat([]).ToLookup(static customer => customer.Postcode, static customer => customer.Id);
}

[ForPurpose("research")]
public static class AreaStudy
{
    public static void Run(IEnumerable<Customer> customers)
    {
        var affected = OutageMap.Affected(customers);
        foreach (var area in affected)
            Use.Research(area.Key); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => AreaStudy.Run([Customers.Ada()]);
}
