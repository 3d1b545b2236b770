// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A query finds its handler by both of its types; the handler works for support, the answer is used by the newsletter.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Events.QueryAndResponse;

public interface IQuery<TResponse>;

public interface IQueryHandler<in TQuery, TResponse>
    where TQuery : IQuery<TResponse>
{
    Task<TResponse> HandleAsync(TQuery query);
}

public sealed record ContactOf(int Id) : IQuery<Contact>;

public sealed record Contact(string Reach, int Tickets);

[ForPurpose("support")]
public sealed class ContactOfHandler(IReadOnlyDictionary<int, Customer> customers) : IQueryHandler<ContactOf, Contact>
{
    public Task<Contact> HandleAsync(ContactOf query) => Task.FromResult(new Contact(customers[query.Id].Email, 2));
}

public sealed class Mediator(IServiceProvider services)
{
    public Task<TResponse> SendAsync<TQuery, TResponse>(TQuery query)
        where TQuery : IQuery<TResponse> => services.GetRequiredService<IQueryHandler<TQuery, TResponse>>().HandleAsync(query);
}

[ForPurpose("newsletter")]
public sealed class Issue(Mediator mediator)
{
    public async Task SendAsync(int id)
    {
        var contact = await mediator.SendAsync<ContactOf, Contact>(new ContactOf(id));
        Use.Newsletter(contact.Reach); //! ECRM2002
    }
}

public static class Case
{
    public static async Task Run()
    {
        await using var provider = new ServiceCollection()
            .AddSingleton<IReadOnlyDictionary<int, Customer>>(new Dictionary<int, Customer> { [7] = Customers.Ada() })
            .AddTransient<IQueryHandler<ContactOf, Contact>, ContactOfHandler>()
            .AddTransient<Mediator>().AddTransient<Issue>()
            .BuildServiceProvider();
        await provider.GetRequiredService<Issue>().SendAsync(7);
    }
}
