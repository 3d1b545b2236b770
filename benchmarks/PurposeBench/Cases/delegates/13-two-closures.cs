// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two closures of one method are kept in two fields; the newsletter invokes the one that captured the segment.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.TwoClosures;

public sealed class Jobs
{
    public Func<string> Topic { get; private set; } = static () => "";

    public Func<string> Address { get; private set; } = static () => "";

    [ForPurpose("support")]
    public void Prepare(Customer customer)
    {
        var topic = customer.Segment;
        var address = customer.Email;
        Topic = () => topic;
        Address = () => address;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Write(Jobs jobs) => Use.Newsletter("For " + jobs.Topic());
}

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Jobs jobs) => Use.Support(jobs.Address());
}

public static class Case
{
    public static void Run()
    {
        var jobs = new Jobs();
        jobs.Prepare(Customers.Ada());
        Issue.Write(jobs);
        Desk.Answer(jobs);
    }
}
