// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The reference points somewhere else when the address is written through it.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.ReassignedReference;

public sealed class Recipients
{
    public string To = "";
    public string Cc = "";
}

[ForPurpose("support")]
public static class Desk
{
    public static void Add(Recipients recipients, Customer customer)
    {
        ref string slot = ref recipients.Cc;
        slot = "list@fabrikam.example";
        slot = ref recipients.To;
        slot = customer.Email;
    }
}

[ForPurpose("newsletter")]
public static class Digest
{
    public static void Send(Recipients recipients) => Use.Newsletter(recipients.Cc);
}

public static class Case
{
    public static void Run()
    {
        var recipients = new Recipients();
        Desk.Add(recipients, Customers.Ada());
        Digest.Send(recipients);
    }
}
