// verdict: clean
// origin: blind
// channel: marketing
// source: Customer.Postcode
// proof: reaches
// why: Marketing takes the other half of the key.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.CompoundValues;

[ForPurpose("billing")]
public static class Turnover
{
    public static IEnumerable<(string Area, string Segment)> Keys(IEnumerable<Customer> customers)
    {
        foreach (var customer in customers)
        {
            var key = (customer.Postcode, customer.Segment);
            yield return key;
        }
    }
}

[ForPurpose("marketing")]
public static class SegmentDrop
{
    public static void Plan(IEnumerable<Customer> customers)
    {
        var segments = new HashSet<string>();
        foreach (var (_, segment) in Turnover.Keys(customers))
            segments.Add(segment);

        Use.Marketing(segments);
    }
}

public static class Case
{
    public static void Run() => SegmentDrop.Plan([Customers.Ada(), Customers.Other()]);
}
