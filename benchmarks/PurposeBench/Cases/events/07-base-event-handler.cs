// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Born
// proof: reaches
// why: The handler asks for the base event; the derived one that support publishes overrides what it shows.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.BaseEventHandler;

public abstract record ContactEvent
{
    public virtual string Describe() => GetType().Name;
}

public sealed record BirthdayNoted(DateOnly Day) : ContactEvent
{
    public override string Describe() => $"born {Day:O}";
}

public interface IHandler<in T>
{
    void Handle(T message);
}

[ForPurpose("analytics")]
public sealed class ActivityFeed : IHandler<ContactEvent>
{
    public void Handle(ContactEvent message) => Use.Analytics(message.Describe()); //! ECRM2002
}

public sealed class Registry
{
    private readonly List<object> _handlers = [];

    public void Add(object handler) => _handlers.Add(handler);

    public void Publish<T>(T message)
    {
        foreach (var handler in _handlers.OfType<IHandler<T>>())
            handler.Handle(message);
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static void Note(Registry registry, Customer customer) => registry.Publish(new BirthdayNoted(customer.Born));
}

public static class Case
{
    public static void Run()
    {
        var registry = new Registry();
        registry.Add(new ActivityFeed());
        Desk.Note(registry, Customers.Ada());
    }
}
