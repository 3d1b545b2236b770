// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The override works for the newsletter and takes what its base, which works for support, returns.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.BaseCall;

public class ContactCard
{
    [ForPurpose("support")]
    public virtual string Line(Customer customer) => $"{customer.Name} <{customer.Email}>";
}

public sealed class IssueCard : ContactCard
{
    [ForPurpose("newsletter")]
    public override string Line(Customer customer)
    {
        var line = base.Line(customer); //! ECRM2002
        Use.Newsletter(line);
        return line;
    }
}

public static class Case
{
    public static void Run()
    {
        ContactCard card = new IssueCard();
        card.Line(Customers.Ada());
    }
}
