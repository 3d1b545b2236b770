// verdict: clean
// origin: open
// channel: credit-offer
// source: Customer.Postcode
// proof: differs
// why: The flag that the postcode set is overwritten by the underwriter before the decision reads it.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.OverwrittenFlag;

public sealed class Dossier
{
    public bool Rural { get; set; }
}

[ForPurpose("support")]
public static class FieldService
{
    public static void Note(Dossier dossier, Customer customer) => dossier.Rural = customer.Postcode.Contains('0');
}

public static class Underwriter
{
    public static void Review(Dossier dossier) => dossier.Rural = false;
}

[ForPurpose("credit-offer")]
public static class Decision
{
    public static void Take(Dossier dossier) => Use.CreditOffer(dossier.Rural ? 500 : 900);
}

public static class Case
{
    public static void Run()
    {
        var dossier = new Dossier();
        FieldService.Note(dossier, Customers.Ada());
        Underwriter.Review(dossier);
        Decision.Take(dossier);
    }
}
