// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: differs
// why: The handler takes from the event who it was, and looks up the address that was given for the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.B09LookedUpAgain;

public sealed record CallEnded(int CustomerId, string Number);

public sealed class Hub
{
    private readonly Dictionary<Type, Action<object>> _handlers = [];

    public void On<TEvent>(Action<TEvent> handler)
    {
        _handlers.TryGetValue(typeof(TEvent), out var others);
        _handlers[typeof(TEvent)] = others + (happened => handler((TEvent)happened));
    }

    public void Tell<TEvent>(TEvent happened)
        where TEvent : notnull => _handlers[typeof(TEvent)](happened);
}

[ForPurpose("support")]
public sealed class Hotline(Hub hub)
{
    public void HangUp(Customer caller) => hub.Tell(new CallEnded(caller.Id, caller.Phone ?? ""));

    public void Rate(CallEnded call) => Use.Support(call.Number);
}

[ForPurpose("newsletter")]
public sealed class Digest(Dictionary<int, Customer> readers)
{
    public void Send(CallEnded call) => Use.Newsletter(readers[call.CustomerId].NewsletterEmail);
}

public static class Case
{
    public static void Run()
    {
        var (hub, ada) = (new Hub(), Customers.Ada());
        var hotline = new Hotline(hub);
        hub.On<CallEnded>(hotline.Rate);
        hub.On<CallEnded>(new Digest(new() { [ada.Id] = ada }).Send);
        hotline.HangUp(ada);
    }
}
