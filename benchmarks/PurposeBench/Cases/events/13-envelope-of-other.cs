// verdict: clean
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: One generic envelope for all events; research handles the envelope of the other event.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.EnvelopeOfOther;

public sealed record TicketClosed(string Text);

public sealed record SurveyAnswered(string Text);

public sealed record Envelope<T>(T Payload, int Sequence);

public sealed class Hub
{
    private readonly Dictionary<Type, Action<object>> _handlers = [];

    public void On<T>(Action<Envelope<T>> handler) => _handlers[typeof(Envelope<T>)] = message => handler((Envelope<T>)message);

    public void Send<T>(T payload)
    {
        var envelope = new Envelope<T>(payload, 1);
        if (_handlers.TryGetValue(envelope.GetType(), out var handler))
            handler(envelope);
    }
}

[ForPurpose("research")]
public static class Survey
{
    public static void Listen(Hub hub) => hub.On<SurveyAnswered>(answered => Use.Research(answered.Payload.Text));
}

[ForPurpose("support")]
public static class Desk
{
    public static void Listen(Hub hub) => hub.On<TicketClosed>(closed => Use.Support(closed.Payload.Text));

    public static void Close(Hub hub, Customer customer) => hub.Send(new TicketClosed(customer.Note));
}

public static class Case
{
    public static void Run()
    {
        var hub = new Hub();
        Survey.Listen(hub);
        Desk.Listen(hub);
        Desk.Close(hub, Customers.Ada());
        hub.Send(new SurveyAnswered("fine"));
    }
}
