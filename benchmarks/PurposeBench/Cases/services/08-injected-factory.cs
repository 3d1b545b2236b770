// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: What is injected is a function that creates the service; the service it creates belongs to billing.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.InjectedFactory;

public interface IPlaces
{
    string Of(Customer customer);
}

public sealed class NoPlaces : IPlaces
{
    public string Of(Customer customer) => "unknown";
}

[ForPurpose("billing")]
public sealed class InvoicePlaces(string country) : IPlaces
{
    public string Of(Customer customer) => customer.Street + ", " + country;
}

[ForPurpose("analytics")]
public sealed class Heatmap(Func<bool, IPlaces> places)
{
    public void Draw(Customer customer)
    {
        var place = places(true).Of(customer); //! ECRM2002
        Use.Analytics(place);
    }
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection()
            .AddTransient(static _ => new InvoicePlaces("GB"))
            .AddSingleton<Func<bool, IPlaces>>(static services => exact => exact ? services.GetRequiredService<InvoicePlaces>() : new NoPlaces())
            .AddSingleton<Heatmap>()
            .BuildServiceProvider();
        provider.GetRequiredService<Heatmap>().Draw(Customers.Ada());
    }
}
