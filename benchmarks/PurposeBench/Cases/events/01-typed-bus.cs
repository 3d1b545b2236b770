// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Publisher and subscriber share nothing but the type of the event.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.TypedBus;

public sealed record ContactSaved(int Id, string Address);

public static class Bus
{
    private static readonly Dictionary<Type, List<Delegate>> Handlers = [];

    public static void Subscribe<T>(Action<T> handler)
    {
        if (!Handlers.TryGetValue(typeof(T), out var list))
            Handlers[typeof(T)] = list = [];
        list.Add(handler);
    }

    public static void Publish<T>(T message)
    {
        foreach (var handler in Handlers.GetValueOrDefault(typeof(T)) ?? [])
            ((Action<T>)handler)(message);
    }

    public static void Reset() => Handlers.Clear();
}

[ForPurpose("support")]
public static class Desk
{
    public static void Save(Customer customer) => Bus.Publish(new ContactSaved(customer.Id, customer.Email));
}

[ForPurpose("newsletter")]
public static class Readers
{
    public static void Start() => Bus.Subscribe<ContactSaved>(Welcome);

    private static void Welcome(ContactSaved saved) => Use.Newsletter("welcome, " + saved.Address); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        Bus.Reset();
        Readers.Start();
        Desk.Save(Customers.Ada());
    }
}
