// verdict: violation
// origin: blind
// channel: research
// source: Ticket.Message
// proof: reaches
// why: Everybody who registered for the message gets it, and one of the handlers works for research.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.MediatorBroadcast;

public sealed class Ticket
{
    [DataSubjectId(typeof(Customer))]
    public int CustomerId { get; init; }

    [DataCategory("content.message"), CollectedFor("support")]
    public string Message { get; init; } = "";
}

public sealed record TicketSaved(string Text, int Number);

public interface IHandler<in TMessage>
{
    Task HandleAsync(TMessage message);
}

[ForPurpose("support")]
public sealed class Routing : IHandler<TicketSaved>
{
    public Task HandleAsync(TicketSaved message) => Task.Run(() => Use.Support(message.Number));
}

[ForPurpose("research")]
public sealed class NeedsStudy : IHandler<TicketSaved>
{
    public Task HandleAsync(TicketSaved message)
    {
        Use.Research(message.Text); //! ECRM2002
        return Task.CompletedTask;
    }
}

public sealed class Mediator(IServiceProvider services)
{
    public Task PublishAsync<TMessage>(TMessage message) =>
        Task.WhenAll(services.GetServices<IHandler<TMessage>>().Select(handler => handler.HandleAsync(message)));
}

[ForPurpose("support")]
public sealed class TicketForm(Mediator mediator)
{
    public Task SaveAsync(Ticket ticket) => mediator.PublishAsync(new TicketSaved(ticket.Message, 12));
}

public static class Case
{
    public static async Task Run()
    {
        await using var provider = new ServiceCollection()
            .AddSingleton<IHandler<TicketSaved>, Routing>()
            .AddSingleton<IHandler<TicketSaved>, NeedsStudy>()
            .AddSingleton<Mediator>().AddSingleton<TicketForm>()
            .BuildServiceProvider();
        await provider.GetRequiredService<TicketForm>().SaveAsync(new Ticket { CustomerId = 7, Message = Mark.Text("Ticket.Message") });
    }
}
