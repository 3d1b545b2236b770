// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: Two writers are filled side by side; marketing gets the text of the one without the address.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.TwoWriters;

[ForPurpose("billing")]
public static class Checkout
{
    public static (string Invoice, string Basket) Print(Customer customer, params ReadOnlySpan<string> articles)
    {
        using var invoice = new StringWriter();
        using var basket = new StringWriter();
        invoice.WriteLine(customer.Street);
        foreach (var article in articles)
        {
            invoice.WriteLine(article + ": paid");
            basket.WriteLine(article);
        }

        return (invoice.ToString(), basket.ToString());
    }
}

[ForPurpose("marketing")]
public static class Baskets
{
    public static void Learn(Customer customer) => Use.Marketing(Checkout.Print(customer, "router", "cable").Basket);
}

public static class Case
{
    public static void Run() => Baskets.Learn(Customers.Ada());
}
