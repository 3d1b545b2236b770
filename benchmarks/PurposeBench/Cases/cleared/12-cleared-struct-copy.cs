// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A struct was cleared, but it was a copy; the original still has the address.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.ClearedStructCopy;

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
        copy.Clear();
        return envelope;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        var envelope = Desk.Reply(customer);
        Use.Newsletter(envelope.To); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
