// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: The footer is overwritten before the draft leaves.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.B06FooterOverwritten;

public sealed class Draft
{
    public string Footer { get; set; } = "";
}

[ForPurpose("newsletter")]
public static class Edition
{
    public static void Send(Draft draft) => Use.Newsletter(draft.Footer);
}

[ForPurpose("support")]
public static class Studio
{
    public static void Prepare(Customer customer)
    {
        var draft = new Draft { Footer = "Call " + customer.Phone };
        Use.Support(draft.Footer);
        draft.Footer = "Call our hotline";
        Edition.Send(draft);
    }
}

public static class Case
{
    public static void Run() => Studio.Prepare(Customers.Ada());
}
