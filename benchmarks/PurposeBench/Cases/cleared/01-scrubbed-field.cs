// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Before the draft leaves support its address is replaced.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.ScrubbedField;

public sealed class Draft
{
    public string To = "";

    public string Subject = "";
}

public static class Scrubber
{
    public static Draft Scrub(Draft draft)
    {
        draft.To = "readers@fabrikam.example";
        return draft;
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static Draft Reply(Customer customer)
    {
        var draft = new Draft { To = customer.Email, Subject = "Your ticket" };
        Use.Support(draft.To);
        return Scrubber.Scrub(draft);
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Reuse(Draft draft) => Use.Newsletter(draft.To + ": " + draft.Subject);
}

public static class Case
{
    public static void Run() => Issue.Reuse(Desk.Reply(Customers.Ada()));
}
