// verdict: clean
// origin: open
// channel: credit-offer
// source: Customer.Origin
// proof: differs
// why: The decision reads the number of tickets of the same dossier.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.OtherFlag;

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
        limit = dossier.Tickets > 1 ? limit / 2 : limit;
        Use.CreditOffer(limit);
    }
}

public static class Case
{
    public static void Run() => Committee.Decide(Dossiers.Of(Customers.Ada()));
}
