// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The override works for the newsletter and never calls its base.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.BaseNotCalled;

public abstract class ContactCard
{
    [ForPurpose("support")]
    public virtual string Line(Customer customer) => $"{customer.Name} <{customer.Email}>";

    [ForPurpose("support")]
    public void Print(Customer customer) => Use.Support(Line(customer));
}

public sealed class DeskCard : ContactCard;

public sealed class IssueCard : ContactCard
{
    [ForPurpose("newsletter")]
    public override string Line(Customer customer) => $"{customer.Name} <{customer.NewsletterEmail}>";
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer, ContactCard card)
    {
        if (card is IssueCard own)
            Use.Newsletter(own.Line(customer));
    }
}

public static class Case
{
    public static void Run()
    {
        new DeskCard().Print(Customers.Ada());
        Issue.Send(Customers.Ada(), new IssueCard());
    }
}
