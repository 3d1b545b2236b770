// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two drafts of one class; the one that holds the customer's own address never reaches the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.TwoDrafts;

public sealed class Draft
{
    public string To { get; set; } = "";

    public Draft? InReplyTo { get; set; }
}

[ForPurpose("billing")]
public static class Dunning
{
    public static Draft Remind(Customer customer)
    {
        var draft = new Draft();
        draft.To = customer.Email;
        Use.Billing(draft.To);
        return draft;
    }
}

[ForPurpose("newsletter")]
public static class Digest
{
    public static Draft Prepare(Customer customer)
    {
        var draft = new Draft();
        draft.To = customer.NewsletterEmail;
        return draft;
    }

    public static void Send(Draft draft) => Use.Newsletter(draft.To);
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        var reminder = Dunning.Remind(ada);
        var digest = Digest.Prepare(ada);
        digest.InReplyTo = reminder;
        Digest.Send(digest);
    }
}
