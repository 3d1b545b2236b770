// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: The elements of a group are the notes, whatever the key is.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.GroupElements;

[ForPurpose("support")]
public static class Complaints
{
    public static IEnumerable<IGrouping<string, string>> BySegment(IEnumerable<Customer> customers) =>
        customers.GroupBy(static customer => customer.Segment, static customer => customer.Note);
}

[ForPurpose("research")]
public static class ServiceStudy
{
    public static void Read(IEnumerable<Customer> customers)
    {
        foreach (var segment in Complaints.BySegment(customers))
        {
            foreach (var note in segment) //! ECRM2002
                Use.Research(note);
        }
    }
}

public static class Case
{
    public static void Run() => ServiceStudy.Read([Customers.Ada()]);
}
