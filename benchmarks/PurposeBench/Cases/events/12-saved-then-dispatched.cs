// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: The aggregate collects its events; after saving they are dispatched to whoever handles their type.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.SavedThenDispatched;

public interface IDomainEvent;

public sealed record TicketClosed(string Resolution) : IDomainEvent;

public sealed record TicketReopened(int Times) : IDomainEvent;

public sealed class TicketAggregate
{
    private readonly List<IDomainEvent> _events = [];

    public IReadOnlyList<IDomainEvent> Events => _events;

    [ForPurpose("support")]
    public void Close(Customer customer)
    {
        _events.Add(new TicketReopened(2));
        _events.Add(new TicketClosed(customer.Note));
    }
}

public abstract class Handler<T>
    where T : IDomainEvent
{
    public void Try(IDomainEvent domainEvent)
    {
        if (domainEvent is T mine)
            Handle(mine);
    }

    protected abstract void Handle(T domainEvent);
}

[ForPurpose("marketing")]
public sealed class UpsellAfterTicket : Handler<TicketClosed>
{
    protected override void Handle(TicketClosed domainEvent)
    {
        var (resolution, channel) = (domainEvent.Resolution, "mail"); //! ECRM2002
        Use.Marketing($"{channel}: {resolution}");
    }
}

public static class Case
{
    public static void Run()
    {
        var ticket = new TicketAggregate();
        ticket.Close(Customers.Ada());
        var handler = new UpsellAfterTicket();
        foreach (var domainEvent in ticket.Events)
            handler.Try(domainEvent);
    }
}
