// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: The dispatcher closes the handler's interface over the type it finds at run time.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Events.ClosedHandlerType;

public interface IDomainEvent;

public sealed record NoteAdded(string Text) : IDomainEvent;

public interface IHandle<in T>
    where T : IDomainEvent
{
    void Handle(T domainEvent);
}

[ForPurpose("research")]
public sealed class TopicStudy : IHandle<NoteAdded>
{
    public void Handle(NoteAdded domainEvent)
    {
        var words = domainEvent.Text.Split('@'); //! ECRM2002
        Use.Research(string.Join('@', words));
    }
}

public sealed class Dispatcher(IServiceProvider services)
{
    public void Dispatch(IDomainEvent domainEvent)
    {
        var closed = typeof(IHandle<>).MakeGenericType(domainEvent.GetType());
        foreach (var handler in services.GetServices(closed))
            closed.GetMethod("Handle")!.Invoke(handler, [domainEvent]);
    }
}

[ForPurpose("support")]
public sealed class Agent(Dispatcher dispatcher)
{
    public void Add(Customer customer) => dispatcher.Dispatch(new NoteAdded(customer.Note));
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection().AddTransient<IHandle<NoteAdded>, TopicStudy>().BuildServiceProvider();
        new Agent(new Dispatcher(provider)).Add(Customers.Ada());
    }
}
