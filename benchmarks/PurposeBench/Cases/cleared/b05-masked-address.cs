// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: What the anonymizer hands back carries no label.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.B05MaskedAddress;

public static class Redaction
{
    [Anonymizes("only the provider's country is left")]
    public static string Country(string address) => address[(address.LastIndexOf('.') + 1)..];
}

[ForPurpose("newsletter")]
public static class EditionChoice
{
    public static void For(string country) => Use.Newsletter("edition " + country);
}

[ForPurpose("support")]
public static class Registration
{
    public static void Finish(Customer customer)
    {
        var country = Redaction.Country(customer.Email);
        EditionChoice.For(country);
    }
}

public static class Case
{
    public static void Run() => Registration.Finish(Customers.Ada());
}
