// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Only whoever opted out has the address cleared.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.B09ClearedOnOneBranch;

public sealed class Envelope
{
    public string To = "";
}

[ForPurpose("newsletter")]
public static class Dispatch
{
    public static void Post(Envelope envelope)
    {
        var to = envelope.To; //! ECRM2002
        Use.Newsletter(to);
    }
}

[ForPurpose("support")]
public static class OutBox
{
    public static Envelope Address(Customer customer, bool optedOut)
    {
        var envelope = new Envelope();
        envelope.To = customer.Email;
        if (optedOut)
            envelope.To = "";
        return envelope;
    }
}

public static class Case
{
    public static void Run() => Dispatch.Post(OutBox.Address(Customers.Ada(), optedOut: false));
}
