// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A mediator finds the handler of a request by its type; the answer comes from support's handler.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.MediatorRequest;

public interface IRequest<TAnswer>;

public interface IHandler<in TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    Task<TAnswer> HandleAsync(TRequest request);
}

public sealed record AddressOf(Customer Customer) : IRequest<string>;

[ForPurpose("support")]
public sealed class AddressOfHandler : IHandler<AddressOf, string>
{
    public Task<string> HandleAsync(AddressOf request) => Task.FromResult(request.Customer.Email);
}

public sealed class Mediator(IServiceProvider services)
{
    public Task<TAnswer> SendAsync<TRequest, TAnswer>(TRequest request)
        where TRequest : IRequest<TAnswer> => services.GetRequiredService<IHandler<TRequest, TAnswer>>().HandleAsync(request);
}

[ForPurpose("newsletter")]
public sealed class Issue(Mediator mediator)
{
    public async Task SendAsync(Customer customer)
    {
        var to = await mediator.SendAsync<AddressOf, string>(new AddressOf(customer)); //! ECRM2002
        Use.Newsletter(to);
    }
}

public static class Case
{
    public static async Task Run()
    {
        await using var provider = new ServiceCollection()
            .AddTransient<IHandler<AddressOf, string>, AddressOfHandler>()
            .AddSingleton<Mediator>().AddSingleton<Issue>()
            .BuildServiceProvider();
        await provider.GetRequiredService<Issue>().SendAsync(Customers.Ada());
    }
}
