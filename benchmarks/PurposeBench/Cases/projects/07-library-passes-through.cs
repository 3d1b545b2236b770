// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The pipeline of the library declares nothing and hands each job to the step of its own kind.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.LibraryPassesThrough;

[ForPurpose("support")]
public sealed class ReplyStep : IStep<Reply>
{
    public void Do(Reply job) => Use.Support(job.To);
}

[ForPurpose("newsletter")]
public sealed class IssueStep : IStep<Issue>
{
    public void Do(Issue job) => Use.Newsletter(job.To);
}

public sealed record Reply(string To);

public sealed record Issue(string To);

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        var pipeline = new Pipeline().Add(new ReplyStep()).Add(new IssueStep());
        pipeline.Post(new Reply(ada.Email));
        pipeline.Post(new Issue(ada.NewsletterEmail));
        pipeline.Drain();
    }
}
