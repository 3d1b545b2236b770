// verdict: clean
// origin: blind
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: The constant is false, so nothing is added.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.B07DeadConstantBranch;

public static class Features
{
    public const bool RegionalOffers = false;
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
        OfferMail.Send(text);
    }
}

public static class Case
{
    public static void Run() => OfferWriter.Write(Customers.Ada());
}
