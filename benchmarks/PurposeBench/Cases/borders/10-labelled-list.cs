// verdict: violation
// origin: open
// channel: stored:Audience.Addresses
// source: Customer.Email
// proof: reaches
// why: The label of a collection is the label of its elements, so adding to it is a store.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.LabelledList;

[DataSubject("audience")]
public sealed class Audience
{
    [DataCategory("contact.newsletter"), CollectedFor("newsletter", "marketing")]
    public List<string> Addresses { get; } = [];
}

[ForPurpose("billing")]
public static class Invoicing
{
    public static void Register(Audience audience, IEnumerable<Customer> payers)
    {
        foreach (var payer in payers)
        {
            var address = payer.Email;
            audience.Addresses.Add(address); //! ECRM2007
        }
    }
}

public static class Case
{
    public static void Run()
    {
        var audience = new Audience();
        Invoicing.Register(audience, [Customers.Ada()]);
        Use.Stored("Audience.Addresses", audience.Addresses);
    }
}
