// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Support remembers the last address in a static field; the newsletter reads it.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.StaticField;

public static class Desk
{
    internal static string LastAddress = "";

    [ForPurpose("support")]
    public static void Answer(Customer customer) => LastAddress = customer.Email;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send()
    {
        var to = Desk.LastAddress; //! ECRM2002
        Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run()
    {
        Desk.Answer(Customers.Ada());
        Issue.Send();
    }
}
