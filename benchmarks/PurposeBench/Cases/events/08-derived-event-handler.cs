// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Born
// proof: reaches
// why: The handler asks for a derived event that nobody publishes with the day in it.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.DerivedEventHandler;

public record ContactEvent(string Text);

public sealed record BirthdayNoted(string Text) : ContactEvent(Text);

public interface IHandler<in T>
{
    void Handle(T message);
}

[ForPurpose("analytics")]
public sealed class BirthdayFeed : IHandler<BirthdayNoted>
{
    public void Handle(BirthdayNoted message) => Use.Analytics(message.Text);
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
    public static void Note(Registry registry, Customer customer)
    {
        registry.Publish(new ContactEvent(customer.Born.ToString("O")));
        registry.Publish(new BirthdayNoted("somebody has a birthday"));
    }
}

public static class Case
{
    public static void Run()
    {
        var registry = new Registry();
        registry.Add(new BirthdayFeed());
        Desk.Note(registry, Customers.Ada());
    }
}
