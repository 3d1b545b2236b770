// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The member is overwritten before the draft is handed on.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.ErasedDraft;

public sealed class Draft
{
    public string To { get; set; } = "";

    public string? Cc { get; set; }
}

[ForPurpose("support")]
public static class Desk
{
    public static Draft Answer(Customer customer)
    {
        var draft = new Draft { To = customer.Email, Cc = customer.Phone };
        Use.Support(draft.To);
        draft.Cc = null;
        draft.To = "";
        return draft;
    }
}

[ForPurpose("newsletter")]
public static class Recycler
{
    public static void Reuse(Customer customer)
    {
        var draft = Desk.Answer(customer);
        Use.Newsletter($"{draft.To}{draft.Cc}: news");
    }
}

public static class Case
{
    public static void Run() => Recycler.Reuse(Customers.Ada());
}
