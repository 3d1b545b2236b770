// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Only drafts that were sent are scrubbed; this one was not.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.ScrubbedOnOnePath;

public sealed class Draft
{
    public string To = "";

    public bool Sent;
}

public static class Scrubber
{
    public static Draft Scrub(Draft draft)
    {
        if (draft.Sent)
            draft.To = "readers@fabrikam.example";
        return draft;
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static Draft Reply(Customer customer, bool send) => Scrubber.Scrub(new Draft { To = customer.Email, Sent = send });
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Reuse(Draft draft) => Use.Newsletter(draft.To); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        foreach (var send in new[] { true, false })
            Issue.Reuse(Desk.Reply(Customers.Ada(), send));
    }
}
