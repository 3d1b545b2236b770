// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The newsletter knows the directory by its interface only; the container gives it the one that support wrote.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.InjectedDirectory;

public sealed class ContactCard
{
    public int Id { get; init; }

    public string Address { get; init; } = "";
}

public interface IContactDirectory
{
    Task<ContactCard?> FindAsync(int id);
}

[ForPurpose("support")]
public sealed class TicketContactDirectory(IEnumerable<Customer> customers) : IContactDirectory
{
    public Task<ContactCard?> FindAsync(int id)
    {
        foreach (var customer in customers)
        {
            if (customer.Id == id)
                return Task.FromResult<ContactCard?>(new ContactCard { Id = id, Address = customer.Email });
        }

        return Task.FromResult<ContactCard?>(null);
    }
}

[ForPurpose("newsletter")]
public sealed class IssueSender(IContactDirectory directory)
{
    public async Task SendAsync(int id)
    {
        if (await directory.FindAsync(id) is { } card)
            Use.Newsletter(card.Address); //! ECRM2002
    }
}

public static class Case
{
    public static async Task Run()
    {
        await using var provider = new ServiceCollection()
            .AddSingleton<IEnumerable<Customer>>(new[] { Customers.Ada() })
            .AddScoped<IContactDirectory, TicketContactDirectory>()
            .AddScoped<IssueSender>()
            .BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IssueSender>().SendAsync(7);
    }
}
