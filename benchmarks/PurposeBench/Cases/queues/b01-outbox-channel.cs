// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Support writes mails into a channel; the newsletter's reader takes the addresses out of them.
using System.Threading.Channels;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.OutboxChannel;

public sealed record OutgoingMail(string To, string Body);

[ForPurpose("support")]
public sealed class AnswerDesk(ChannelWriter<OutgoingMail> outbox)
{
    public async Task AnswerAsync(Customer customer)
    {
        await outbox.WriteAsync(new OutgoingMail(customer.Email, "Solved."));
        outbox.Complete();
    }
}

[ForPurpose("newsletter")]
public sealed class AudienceBuilder(ChannelReader<OutgoingMail> outbox)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var mail in outbox.ReadAllAsync(cancellationToken))
            Use.Newsletter(mail.To); //! ECRM2002
    }
}

public static class Case
{
    public static async Task Run()
    {
        var outbox = Channel.CreateBounded<OutgoingMail>(10);
        await new AnswerDesk(outbox.Writer).AnswerAsync(Customers.Ada());
        await new AudienceBuilder(outbox.Reader).RunAsync(CancellationToken.None);
    }
}
