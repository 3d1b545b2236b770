// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: AggregateBy folds the notes of each segment into the value of a pair.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.AggregatedByKey;

[ForPurpose("support")]
public static class Complaints
{
    public static IEnumerable<KeyValuePair<string, string>> Digest(IEnumerable<Customer> customers) =>
        customers.AggregateBy(static customer => customer.Segment, seed: "", static (digest, customer) => digest + "\n" + customer.Note);
}

[ForPurpose("analytics")]
public static class Trends
{
    public static void Find(IEnumerable<Customer> customers)
    {
        foreach (var (index, pair) in Complaints.Digest(customers).Index())
            Use.Analytics(index + pair.Value); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Trends.Find([Customers.Ada(), Customers.Other()]);
}
