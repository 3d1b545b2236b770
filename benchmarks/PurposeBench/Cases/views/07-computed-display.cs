// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: The view model computes what it displays from a field that support filled.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.ComputedDisplay;

public sealed class AddressViewModel
{
    private readonly string _line;

    private AddressViewModel(string line) => _line = line;

    public string Display => Shorten(_line, 80);

    public string Country { get; private init; } = "DE";

    [ForPurpose("billing")]
    public static AddressViewModel From(Customer customer) => new(customer.Street) { Country = "AT" };

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length] + "…";
}

public interface IViewComponent<in TModel>
{
    Task<string> InvokeAsync(TModel model);
}

[ForPurpose("analytics")]
public sealed class HeatmapComponent : IViewComponent<AddressViewModel>
{
    public Task<string> InvokeAsync(AddressViewModel model)
    {
        var point = string.Join(';', model.Country, model.Display); //! ECRM2002
        Use.Analytics(point);
        return Task.FromResult(point);
    }
}

public static class Case
{
    public static Task Run() => new HeatmapComponent().InvokeAsync(AddressViewModel.From(Customers.Ada()));
}
