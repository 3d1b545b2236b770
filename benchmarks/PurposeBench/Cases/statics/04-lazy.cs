// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Support prepares a Lazy whose factory reads the address; it runs when the newsletter asks for the value.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.Lazy;

public static class Shared
{
    public static Lazy<string> Signature { get; set; } = new("");
}

[ForPurpose("support")]
public static class Desk
{
    public static void Prepare(Customer customer) => Shared.Signature = new Lazy<string>(() => "Yours, " + customer.Email);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Write()
    {
        var signature = Shared.Signature.Value; //! ECRM2002
        Use.Newsletter(signature);
    }
}

public static class Case
{
    public static void Run()
    {
        Desk.Prepare(Customers.Ada());
        Issue.Write();
    }
}
