// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: An extension property declares nothing and reads the address for whoever asks.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.ExtensionProperty;

public static class CustomerLinks
{
    extension(Customer customer)
    {
        public string MailTo => "mailto:" + customer.Email; //! ECRM2003

        public string Salutation(string greeting) => $"{greeting} {customer.Name}";
    }
}

[ForPurpose("newsletter")]
public static class Footer
{
    public static void Render(Customer customer)
    {
        var link = customer.MailTo;
        Use.Newsletter($"{customer.Salutation("Dear")}: {link}");
    }
}

public static class Case
{
    public static void Run() => Footer.Render(Customers.Ada());
}
