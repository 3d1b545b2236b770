// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The variable that is written is chosen by a conditional reference.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.ChosenReference;

public sealed class Recipients
{
    public string To = "";
    public string Cc = "";
}

[ForPurpose("support")]
public static class Desk
{
    public static void Add(Recipients recipients, Customer customer, bool copy)
    {
        ref string slot = ref (copy ? ref recipients.Cc : ref recipients.To);
        slot = customer.Email;
    }
}

[ForPurpose("newsletter")]
public static class Digest
{
    public static void Send(Recipients recipients) => Use.Newsletter(recipients.Cc); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var recipients = new Recipients();
        Desk.Add(recipients, Customers.Ada(), copy: true);
        Digest.Send(recipients);
    }
}
