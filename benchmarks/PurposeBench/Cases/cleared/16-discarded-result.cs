// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The anonymizer was called, but its result was not what was passed on.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.DiscardedResult;

public static class Masking
{
    [Anonymizes("nothing of the text remains")]
    public static string Mask(string text) => new('*', 5);
}

[ForPurpose("support")]
public sealed class Ticket(string replyTo)
{
    public string ReplyTo => replyTo;

    public static Ticket For(Customer customer)
    {
        var address = customer.Email;
        _ = Masking.Mask(address);
        return new Ticket(address);
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Ticket ticket) => Use.Newsletter(ticket.ReplyTo); //! ECRM2002
}

public static class Case
{
    public static void Run() => Issue.Send(Ticket.For(Customers.Ada()));
}
