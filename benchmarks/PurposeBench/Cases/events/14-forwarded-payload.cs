// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A handler for every payload forwards its text; the text of a record shows all its members.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.ForwardedPayload;

public sealed record Invitation(string Guest, int Seats);

public sealed record Envelope<T>(T Payload);

public interface IHandler<in T>
{
    ValueTask HandleAsync(T message, CancellationToken cancellationToken);
}

[ForPurpose("newsletter")]
public sealed class Digest<T> : IHandler<Envelope<T>>
{
    public ValueTask HandleAsync(Envelope<T> message, CancellationToken cancellationToken)
    {
        Use.Newsletter("today: " + message.Payload); //! ECRM2002
        return ValueTask.CompletedTask;
    }
}

public sealed class Publisher<T>(IEnumerable<IHandler<Envelope<T>>> handlers)
{
    public async ValueTask PublishAsync(T payload, CancellationToken cancellationToken)
    {
        foreach (var handler in handlers)
            await handler.HandleAsync(new Envelope<T>(payload), cancellationToken);
    }
}

[ForPurpose("support")]
public sealed class Reception(Publisher<Invitation> publisher)
{
    public ValueTask InviteAsync(Customer customer) => publisher.PublishAsync(new Invitation(customer.Email, 2), default);
}

public static class Case
{
    public static async Task Run() => await new Reception(new Publisher<Invitation>([new Digest<Invitation>()])).InviteAsync(Customers.Ada());
}
