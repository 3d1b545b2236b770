// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: The container gives the mediator two handlers of the notification; one of them may not have the note.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Events.B03MediatorHandlers;

public sealed record CallLogged(int CustomerId, string Summary);

public interface INotificationHandler<in T>
{
    Task HandleAsync(T notification);
}

public sealed class Mediator(IServiceProvider services)
{
    public async Task PublishAsync<T>(T notification)
    {
        foreach (var handler in services.GetServices<INotificationHandler<T>>())
            await handler.HandleAsync(notification);
    }
}

[ForPurpose("support")]
public sealed class TicketHistory : INotificationHandler<CallLogged>
{
    public Task HandleAsync(CallLogged notification)
    {
        Use.Support(notification.Summary);
        return Task.CompletedTask;
    }
}

[ForPurpose("marketing")]
public sealed class InterestProfile : INotificationHandler<CallLogged>
{
    public async Task HandleAsync(CallLogged notification)
    {
        await Task.Yield();
        var words = notification.Summary.Split(' '); //! ECRM2002
        Use.Marketing(words);
    }
}

public static class Case
{
    public static async Task Run()
    {
        var services = new ServiceCollection().AddSingleton<Mediator>()
            .AddSingleton<INotificationHandler<CallLogged>, TicketHistory>().AddSingleton<INotificationHandler<CallLogged>, InterestProfile>();
        await using var provider = services.BuildServiceProvider();
        var customer = Customers.Ada();
        await provider.GetRequiredService<Mediator>().PublishAsync(new CallLogged(customer.Id, "Call: " + customer.Note));
    }
}
