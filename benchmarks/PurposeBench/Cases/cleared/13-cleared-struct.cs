// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The struct itself was cleared; the copy with the address stays with support.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.ClearedStruct;

public struct Envelope
{
    public string To;

    public int Weight;

    public void Clear() => To = "";
}

[ForPurpose("support")]
public static class Desk
{
    public static Envelope Reply(Customer customer)
    {
        var envelope = new Envelope { To = customer.Email, Weight = 20 };
        var copy = envelope;
        envelope.Clear();
        Use.Support(copy.To);
        return envelope;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        var envelope = Desk.Reply(customer);
        Use.Newsletter(envelope.To);
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
