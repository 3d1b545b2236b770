// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The same helpers are called from both sides; each side gets back what it put in.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.OtherCallSite;

public static class Addresses
{
    public static string Normalise(string address) => Trim(Lower(address));

    private static string Lower(string text) => text.ToLowerInvariant();

    private static string Trim(string text) => text.Length > 0 && text[^1] == ' ' ? Trim(text[..^1]) : text;
}

[ForPurpose("billing")]
public static class InvoiceMail
{
    public static void Send(Customer customer) => Use.Billing(Addresses.Normalise(customer.Email + "  "));
}

[ForPurpose("newsletter")]
public static class NewsMail
{
    public static void Send(Customer customer) => Use.Newsletter(Addresses.Normalise(customer.NewsletterEmail + " "));
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        InvoiceMail.Send(ada);
        NewsMail.Send(ada);
    }
}
