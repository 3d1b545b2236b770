// verdict: clean
// origin: open
// channel: research
// source: Customer.Note
// proof: differs
// why: The groups hold notes; research uses their keys and counts, which are no notes.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.GroupKey;

[ForPurpose("support")]
public static class Complaints
{
    public static IEnumerable<IGrouping<string, string>> BySegment(IEnumerable<Customer> customers) =>
        from customer in customers
        group customer.Note by customer.Segment;
}

[ForPurpose("research")]
public static class ServiceStudy
{
    public static void Read(IEnumerable<Customer> customers)
    {
        foreach (var segment in Complaints.BySegment(customers))
            Use.Research($"{segment.Key}: {segment.Count()}");
    }
}

public static class Case
{
    public static void Run() => ServiceStudy.Read([Customers.Ada(), Customers.Other()]);
}
