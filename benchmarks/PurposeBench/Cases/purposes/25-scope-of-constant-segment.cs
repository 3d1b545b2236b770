// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: The same two scopes; the street never leaves the one of billing.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.ScopeOfConstantSegment;

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
            Use.Billing(customer.Street);
            return customer.Segment;
        });
        using (PurposeScope.Enter(Works.ForOffers))
            Use.Marketing(place);
    }
}

public static class Case
{
    public static Task Run() => Shop.OfferAsync(Customers.Ada());
}
