// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: The counter handles the base event, which has the number of the ticket only.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.B08HandlerOfBaseEvent;

public abstract record TicketEvent(int Number);

public sealed record CallBackWanted(int Number, string Phone) : TicketEvent(Number);

public delegate void Handler<in TEvent>(TEvent happened);

public sealed class Dispatcher
{
    private readonly Dictionary<Type, List<Handler<TicketEvent>>> _handlers = [];

    public void On<TEvent>(Handler<TEvent> handler)
        where TEvent : TicketEvent
    {
        if (!_handlers.TryGetValue(typeof(TEvent), out var list))
            _handlers[typeof(TEvent)] = list = [];
        list.Add(happened => handler((TEvent)happened));
    }

    public void Raise(TicketEvent happened) => _handlers.GetValueOrDefault(happened.GetType())?.ForEach(handler => handler(happened));
}

[ForPurpose("support")]
public static class CallBackList
{
    public static void Add(CallBackWanted wanted) => Use.Support(wanted.Phone);
}

[ForPurpose("analytics")]
public static class TicketCounter
{
    public static void Count(TicketEvent happened) => Use.Analytics(happened.Number);
}

public static class Case
{
    public static void Run()
    {
        var dispatcher = new Dispatcher();
        dispatcher.On<CallBackWanted>(CallBackList.Add);
        dispatcher.On<CallBackWanted>(TicketCounter.Count);
        dispatcher.Raise(new CallBackWanted(4711, Customers.Ada().Phone ?? ""));
    }
}
