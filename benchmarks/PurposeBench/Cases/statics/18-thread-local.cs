// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Each thread has a value of its own, and support and the newsletter run on one thread.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.ThreadLocalRecipient;

public static class Current
{
    public static readonly ThreadLocal<string> Recipient = new(static () => "everybody");
}

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer)
    {
        Current.Recipient.Value = customer.Email;
        Use.Support(Current.Recipient.Value);
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send() => Use.Newsletter(Current.Recipient.Value); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        Desk.Answer(Customers.Ada());
        Issue.Send();
    }
}
