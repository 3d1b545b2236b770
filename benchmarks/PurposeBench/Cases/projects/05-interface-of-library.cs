// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The library has the interface and the implementation for support; the container here puts them together.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Projects.InterfaceOfLibrary;

[ForPurpose("marketing")]
public sealed class Offers(IReachability reachability)
{
    public async Task MakeAsync(Customer customer)
    {
        var (number, best) = await reachability.OfAsync(customer); //! ECRM2002
        Use.Marketing($"{best:HH:mm} {number}");
    }
}

public static class Case
{
    public static async Task Run()
    {
        await using var provider = new ServiceCollection().AddReachability().AddTransient<Offers>().BuildServiceProvider();
        await provider.GetRequiredService<Offers>().MakeAsync(Customers.Ada());
    }
}
