// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: The newsletter handles another event type than the one that carries the phone.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.B05BusOtherEvent;

public sealed record TicketClosed(int Number, string CallBack);

public sealed record SubscriberConfirmed(int Number, string Address);

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
public sealed class CallBackList : IHandler<TicketClosed>
{
    public void Handle(TicketClosed happened) => Use.Support(happened.CallBack);
}

[ForPurpose("newsletter")]
public sealed class WelcomeMail : IHandler<SubscriberConfirmed>
{
    public void Handle(SubscriberConfirmed happened) => Use.Newsletter(happened.Address);
}

public static class Case
{
    public static void Run()
    {
        var bus = new EventBus();
        bus.Subscribe(new CallBackList());
        bus.Subscribe(new WelcomeMail());
        var customer = Customers.Ada();
        bus.Publish(new TicketClosed(4711, customer.Phone ?? ""));
        bus.Publish(new SubscriberConfirmed(4712, customer.NewsletterEmail));
    }
}
