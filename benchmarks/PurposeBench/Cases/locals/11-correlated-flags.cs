// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The same flag that lets the address in keeps it from the newsletter; no path does both.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.CorrelatedFlags;

public static class Outbox
{
    // Declares nothing; each branch hands on to code that does.
    public static void Send(Customer customer, bool isReply)
    {
        string to;
        if (isReply)
            to = customer.Email;
        else
            to = customer.NewsletterEmail;

        if (isReply)
            Reply.Send(to);
        else
            Issue.Send(to);
    }
}

[ForPurpose("support")]
public static class Reply
{
    public static void Send(string to) => Use.Support(to);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(string to) => Use.Newsletter(to);
}

public static class Case
{
    public static void Run()
    {
        Outbox.Send(Customers.Ada(), isReply: true);
        Outbox.Send(Customers.Ada(), isReply: false);
    }
}
