// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: One mediator carries both messages; each goes to the handler of its type, and the newsletter's carries its own address.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.MediatorMessages;

public sealed record TicketAnswered(string Address);

public sealed record IssueReady(string Address);

public interface IHandler<in TMessage>
{
    void Handle(TMessage message);
}

[ForPurpose("support")]
public sealed class AnswerHandler : IHandler<TicketAnswered>
{
    public void Handle(TicketAnswered message) => Use.Support(message.Address);
}

[ForPurpose("newsletter")]
public sealed class IssueHandler : IHandler<IssueReady>
{
    public void Handle(IssueReady message) => Use.Newsletter(message.Address);
}

public sealed class Mediator(IServiceProvider services)
{
    public void Publish<TMessage>(TMessage message)
    {
        foreach (var handler in services.GetServices<IHandler<TMessage>>())
            handler.Handle(message);
    }
}

[ForPurpose("support")]
public sealed class AnswerDesk(Mediator mediator)
{
    public void Answer(Customer customer) => mediator.Publish(new TicketAnswered(customer.Email));
}

[ForPurpose("newsletter")]
public sealed class Editor(Mediator mediator)
{
    public void Release(Customer customer) => mediator.Publish(new IssueReady(customer.NewsletterEmail));
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection()
            .AddTransient<IHandler<TicketAnswered>, AnswerHandler>()
            .AddTransient<IHandler<IssueReady>, IssueHandler>()
            .AddSingleton<Mediator>().AddSingleton<AnswerDesk>().AddSingleton<Editor>()
            .BuildServiceProvider();
        provider.GetRequiredService<AnswerDesk>().Answer(Customers.Ada());
        provider.GetRequiredService<Editor>().Release(Customers.Ada());
    }
}
