// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: The subscription was disposed before the event is published.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.DisposedSubscription;

public sealed record Moved(string To);

public sealed class Bus<T>
{
    private readonly List<Action<T>> _handlers = [];

    public IDisposable Subscribe(Action<T> handler)
    {
        _handlers.Add(handler);
        return new Subscription(() => _handlers.Remove(handler));
    }

    public void Publish(T message) => _handlers.ForEach(handler => handler(message));

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

[ForPurpose("analytics")]
public static class MoveMap
{
    public static IDisposable Watch(Bus<Moved> bus) => bus.Subscribe(moved => Use.Analytics(moved.To));
}

[ForPurpose("billing")]
public static class Addresses
{
    public static void Change(Bus<Moved> bus, Customer customer) => bus.Publish(new Moved(customer.Street));
}

public static class Case
{
    public static void Run()
    {
        var bus = new Bus<Moved>();
        using (MoveMap.Watch(bus))
            bus.Publish(new Moved("the office"));
        Addresses.Change(bus, Customers.Ada());
    }
}
