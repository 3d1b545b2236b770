// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The copy may do less than its source, and the newsletter reads another member beside it.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.B05ReceiverNarrower;

[DataSubject("invoice")]
public sealed class Invoice
{
    [DataSubjectId]
    public int CustomerId { get; init; }

    [DataCategory("contact.email"), CollectedFor("billing")]
    public string Receiver { get; init; } = "";

    public string Product { get; init; } = "";
}

[ForPurpose("billing")]
public static class Invoicing
{
    public static Invoice Write(Customer customer)
    {
        var invoice = new Invoice { CustomerId = customer.Id, Receiver = customer.Email, Product = "tariff M" };
        Use.Billing(invoice.Receiver);
        return invoice;
    }
}

[ForPurpose("newsletter")]
public static class ProductNews
{
    public static void Send(Invoice invoice) => Use.Newsletter("News about " + invoice.Product);
}

public static class Case
{
    public static void Run() => ProductNews.Send(Invoicing.Write(Customers.Ada()));
}
