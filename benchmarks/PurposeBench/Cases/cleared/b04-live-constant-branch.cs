// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: The constant is true, so the branch is taken.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.B04LiveConstantBranch;

public static class Features
{
    public const bool RegionalOffers = true;
}

[ForPurpose("marketing")]
public static class OfferMail
{
    public static void Send(string text) => Use.Marketing(text);
}

public static class OfferWriter
{
    public static void Write(Customer customer)
    {
        var text = "Our offers";
        if (Features.RegionalOffers)
            text += " near " + customer.Street;
        OfferMail.Send(text); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => OfferWriter.Write(Customers.Ada());
}
