// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The switch has an arm for mails; what it is given is a memo, and the mail goes elsewhere.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.TypeThatNeverComes;

public sealed record Mail(string To);

public sealed record Memo(string Text);

[ForPurpose("support")]
public static class Desk
{
    public static object Note() => new Memo("answered within a day");

    public static object Answer(Customer customer) => new Mail(customer.Email);

    public static void Send(Customer customer)
    {
        if (Answer(customer) is Mail { To: var to })
            Use.Support(to);
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Quote()
    {
        switch (Desk.Note())
        {
            case Mail { To: var to }:
                Use.Newsletter(to);
                break;
            case Memo { Text: var text }:
                Use.Newsletter(text);
                break;
        }
    }
}

public static class Case
{
    public static void Run()
    {
        Desk.Send(Customers.Ada());
        Issue.Quote();
    }
}
