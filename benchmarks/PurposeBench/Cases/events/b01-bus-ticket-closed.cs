// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: The bus brings the event, and what lies in it, to every handler of its type.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.B01BusTicketClosed;

public sealed record TicketClosed(int Number, string CallBack);

public interface IHandler<in TEvent>
{
    void Handle(TEvent happened);
}

public sealed class EventBus
{
    private readonly List<object> _handlers = [];

    public void Subscribe<TEvent>(IHandler<TEvent> handler) => _handlers.Add(handler);

    public void Publish<TEvent>(TEvent happened)
    {
        foreach (var handler in _handlers.OfType<IHandler<TEvent>>())
            handler.Handle(happened);
    }
}

[ForPurpose("support")]
public sealed class TicketService(EventBus bus)
{
    public void Close(int number, Customer customer) => bus.Publish(new TicketClosed(number, customer.Phone ?? ""));
}

[ForPurpose("newsletter")]
public sealed class ThankYouSms : IHandler<TicketClosed>
{
    public void Handle(TicketClosed happened) => Use.Newsletter(happened.CallBack); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var bus = new EventBus();
        bus.Subscribe(new ThankYouSms());
        new TicketService(bus).Close(4711, Customers.Ada());
    }
}
