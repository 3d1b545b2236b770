// verdict: violation
// origin: open
// channel: stored:Outbox.address
// source: Customer.Email
// proof: reaches
// why: The parameter's label stands in the library: what it takes may serve marketing, which support's address may not.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.LabelledParameterOfLibrary;

[ForPurpose("support")]
public static class Desk
{
    public static void Thank(Customer customer)
    {
        var outbox = new Outbox();
        foreach (var contact in (Customer[])[customer])
            outbox.Put("Thank you", contact.Email.ToUpperInvariant()); //! ECRM2007
        Use.Stored("Outbox.address", outbox.Last);
    }
}

public static class Case
{
    public static void Run() => Desk.Thank(Customers.Ada());
}
