// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: Anonymous types know `with` too: what is not named is copied.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.AnonymousWith;

public static class Evening
{
    public static void Close(Customer customer, int ticket)
    {
        var entry = new { Ticket = ticket, Text = Notes.Of(customer), State = "open" };
        var closed = entry with { State = "closed" };
        using (PurposeScope.Enter("research"))
        {
            Use.Research(closed.State);
            Use.Research(closed.Text); //! ECRM2002
        }
    }
}

[ForPurpose("support")]
public static class Notes
{
    public static string Of(Customer customer) => customer.Note;
}

public static class Case
{
    public static void Run() => Evening.Close(Customers.Ada(), ticket: 4711);
}
