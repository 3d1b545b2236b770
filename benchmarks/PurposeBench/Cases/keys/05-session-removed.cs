// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: The page that left the note in the session removes it before the offers are shown.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.SessionRemoved;

public sealed class Session
{
    private readonly Dictionary<string, string> _values = [];

    public string? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set => _values[name] = value ?? "";
    }

    public void Remove(string name) => _values.Remove(name);
}

[ForPurpose("support")]
public static class TicketPage
{
    public static void OnPost(Session session, Customer customer)
    {
        session["draft"] = customer.Note;
        Use.Support(session["draft"]);
        session.Remove("draft");
    }
}

[ForPurpose("marketing")]
public static class OfferPage
{
    public static void OnGet(Session session) => Use.Marketing("Offers about " + (session["draft"] ?? "everything"));
}

public static class Case
{
    public static void Run()
    {
        var session = new Session();
        TicketPage.OnPost(session, Customers.Ada());
        OfferPage.OnGet(session);
    }
}
