// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: The other draft is cleared, the one that is sent is not.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.B03WrongDraftCleared;

public sealed class Draft
{
    public string Footer { get; set; } = "";
}

[ForPurpose("newsletter")]
public static class Edition
{
    public static void Send(Draft draft) => Use.Newsletter(draft.Footer); //! ECRM2002
}

public static class Studio
{
    public static void Prepare(Customer customer)
    {
        var internalDraft = new Draft { Footer = "Call " + customer.Phone };
        var publicDraft = internalDraft;
        internalDraft = new Draft();
        internalDraft.Footer = "";
        Edition.Send(publicDraft);
    }
}

public static class Case
{
    public static void Run() => Studio.Prepare(Customers.Ada());
}
