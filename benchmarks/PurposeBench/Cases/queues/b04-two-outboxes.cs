// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two channels of one type; receipts go through one, news through the other.
using System.Threading.Channels;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.TwoOutboxes;

public sealed record OutgoingMail(string To, string Body);

public sealed class Outboxes
{
    public Channel<OutgoingMail> Receipts { get; } = Channel.CreateUnbounded<OutgoingMail>();

    public Channel<OutgoingMail> News { get; } = Channel.CreateUnbounded<OutgoingMail>();
}

[ForPurpose("billing")]
public static class ReceiptJob
{
    public static async Task QueueAsync(Outboxes outboxes, Customer customer) =>
        await outboxes.Receipts.Writer.WriteAsync(new OutgoingMail(customer.Email, "Receipt"));

    public static void Flush(Outboxes outboxes)
    {
        while (outboxes.Receipts.Reader.TryRead(out var mail))
            Use.Billing(mail.To);
    }
}

[ForPurpose("newsletter")]
public static class NewsJob
{
    public static void Queue(Outboxes outboxes, Customer customer) => outboxes.News.Writer.TryWrite(new OutgoingMail(customer.NewsletterEmail, "News"));

    public static void Flush(Outboxes outboxes)
    {
        while (outboxes.News.Reader.TryRead(out var mail))
            Use.Newsletter(mail.To);
    }
}

public static class Case
{
    public static async Task Run()
    {
        var (outboxes, ada) = (new Outboxes(), Customers.Ada());
        await ReceiptJob.QueueAsync(outboxes, ada);
        NewsJob.Queue(outboxes, ada);
        NewsJob.Flush(outboxes);
        ReceiptJob.Flush(outboxes);
    }
}
