// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The class works for both, the member that reads the address for support alone.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.MemberNarrows;

[ForPurpose("support", "newsletter")]
public sealed class ContactService
{
    [ForPurpose("support")]
    public void Answer(Customer customer) => Use.Support(customer.Email);

    [ForPurpose("newsletter")]
    public void Send(Customer customer) => Use.Newsletter(customer.Name + " " + customer.NewsletterEmail);
}

public static class Case
{
    public static void Run()
    {
        var service = new ContactService();
        service.Answer(Customers.Ada());
        service.Send(Customers.Ada());
    }
}
