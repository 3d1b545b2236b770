// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: The purpose of the scope is a constant put together elsewhere; the value is returned from another scope.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.ScopeOfConstant;

public static class Works
{
    private const string Market = "market";

    public const string ForOffers = Market + "ing";

    public const string ForInvoices = "billing";
}

public static class Shop
{
    public static async Task OfferAsync(Customer customer)
    {
        var place = await PurposeScope.RunAsync(Works.ForInvoices, async _ =>
        {
            await Task.Yield();
            return customer.Street;
        });
        using (PurposeScope.Enter(Works.ForOffers))
            Use.Marketing(place); //! ECRM2002
    }
}

public static class Case
{
    public static Task Run() => Shop.OfferAsync(Customers.Ada());
}
