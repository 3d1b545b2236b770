// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: What support left in the queue is thrown away before the newsletter queues its own.
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.EmptiedQueue;

public sealed class Outbox
{
    public Queue<string> Waiting { get; } = new();
}

[ForPurpose("support")]
public static class Replies
{
    public static void Run(Outbox outbox, Customer customer)
    {
        outbox.Waiting.Enqueue(customer.Email);
        Use.Support(outbox.Waiting.Peek());
        outbox.Waiting.Clear();
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Run(Outbox outbox, Customer customer)
    {
        outbox.Waiting.Enqueue(customer.NewsletterEmail);
        while (outbox.Waiting.TryDequeue(out var to))
            Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run()
    {
        var outbox = new Outbox();
        Replies.Run(outbox, Customers.Ada());
        Issue.Run(outbox, Customers.Ada());
    }
}
