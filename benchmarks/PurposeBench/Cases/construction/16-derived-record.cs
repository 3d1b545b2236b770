// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: `with` on a reference of the base type copies the derived record whole.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.DerivedRecord;

public record Message(string Subject);

public sealed record AddressedMessage(string Subject, string To) : Message(Subject);

public static class Copies
{
    public static Message Retitle(Message message, string subject) => message with { Subject = subject };
}

[ForPurpose("support")]
public static class Desk
{
    public static Message Answer(Customer customer) => new AddressedMessage("Solved", customer.Email);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        if (Copies.Retitle(Desk.Answer(customer), "News") is AddressedMessage news)
            Use.Newsletter(news.To); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
