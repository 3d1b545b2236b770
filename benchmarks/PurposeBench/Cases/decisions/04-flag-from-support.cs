// verdict: violation
// origin: open
// channel: credit-offer
// source: Customer.Origin
// proof: differs
// why: Support notes a comparison as a flag; the comparison is derived, and the decision reads it.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.FlagFromSupport;

public sealed class Dossier
{
    public bool NeedsInterpreter { get; set; }

    public int Tickets { get; set; }
}

[ForPurpose("support")]
public static class Dossiers
{
    public static Dossier Of(Customer customer) => new() { Tickets = 2, NeedsInterpreter = customer.Origin.Contains('8') };
}

[ForPurpose("credit-offer")]
public static class Committee
{
    public static void Decide(Dossier dossier)
    {
        var limit = 4_000;
        limit -= dossier.Tickets * 100;
        limit = dossier.NeedsInterpreter ? limit / 2 : limit; //! ECRM2004
        Use.CreditOffer(limit);
    }
}

public static class Case
{
    public static void Run() => Committee.Decide(Dossiers.Of(Customers.Ada()));
}
