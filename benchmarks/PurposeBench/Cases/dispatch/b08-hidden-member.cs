// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The derived class hides the member of its base; called by its own type, it is the derived one's answer.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.HiddenMember;

[ForPurpose("support")]
public class Recipient(Customer customer)
{
    protected Customer Customer => customer;

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
    public static void Send(SubscribingRecipient recipient) => Use.Newsletter(recipient.Address());
}

[ForPurpose("support")]
public static class Answer
{
    public static void Send(Recipient recipient) => Use.Support(recipient.Address());
}

public static class Case
{
    public static void Run()
    {
        var recipient = new SubscribingRecipient(Customers.Ada());
        Issue.Send(recipient);
        Answer.Send(recipient);
    }
}
