// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The newsletter's class hides the member of its base; called through the base, it is the base that answers.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.HiddenNotOverridden;

public class Recipient(Customer customer)
{
    protected Customer Customer => customer;

    [ForPurpose("support")]
    public string Address() => customer.Email;
}

public sealed class SubscribingRecipient(Customer customer) : Recipient(customer)
{
    [ForPurpose("newsletter")]
    public new string Address() => Customer.NewsletterEmail;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(IEnumerable<Recipient> recipients)
    {
        foreach (var recipient in recipients)
            Use.Newsletter(recipient.Address()); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Issue.Send([new SubscribingRecipient(Customers.Ada())]);
}
