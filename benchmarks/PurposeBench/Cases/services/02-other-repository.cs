// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two instances of one store, registered under two keys; each purpose is given its own.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.OtherRepository;

public sealed class AddressStore
{
    public List<string> Addresses { get; } = [];
}

[ForPurpose("support")]
public sealed class Desk([FromKeyedServices("tickets")] AddressStore store)
{
    public void Open(Customer customer) => store.Addresses.Add(customer.Email);

    public void Answer() => Use.Support(store.Addresses[0]);
}

[ForPurpose("newsletter")]
public sealed class Issue([FromKeyedServices("news")] AddressStore store)
{
    public void Subscribe(Customer customer) => store.Addresses.Add(customer.NewsletterEmail);

    public void Send() => Use.Newsletter(store.Addresses[0]);
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection()
            .AddKeyedSingleton<AddressStore>("tickets").AddKeyedSingleton<AddressStore>("news")
            .AddTransient<Desk>().AddTransient<Issue>()
            .BuildServiceProvider();
        provider.GetRequiredService<Desk>().Open(Customers.Ada());
        provider.GetRequiredService<Issue>().Subscribe(Customers.Ada());
        provider.GetRequiredService<Issue>().Send();
        provider.GetRequiredService<Desk>().Answer();
    }
}
