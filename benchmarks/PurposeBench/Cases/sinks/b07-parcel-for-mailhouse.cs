// verdict: clean
// origin: blind
// channel: recipient:mailhouse
// source: Customer.Email
// proof: reaches
// why: The mail house gets an object of its own that holds the permitted address only.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.B07ParcelForMailhouse;

public sealed record Parcel(string Edition, string Address);

[ForPurpose("newsletter")]
public static class PrintOrder
{
    public static void Place(Customer reader)
    {
        var parcel = new Parcel("2026-11", reader.NewsletterEmail);
        MailHouse.Send(parcel);
    }
}

[ForPurpose("billing")]
public static class Invoicing
{
    public static void Place(Customer customer)
    {
        var parcel = new Parcel("invoice", customer.Email);
        Use.Billing(parcel.Address);
    }
}

public static class Case
{
    public static void Run()
    {
        var customer = Customers.Ada();
        Invoicing.Place(customer);
        PrintOrder.Place(customer);
    }
}
