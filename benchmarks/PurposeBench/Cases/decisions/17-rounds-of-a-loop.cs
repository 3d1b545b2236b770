// verdict: violation
// origin: open
// channel: credit-offer
// source: Customer.Note
// proof: differs
// why: What a note holds tells how often a loop runs that raises the rate; the note comes from support.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.RoundsOfALoop;

[ForPurpose("support")]
public sealed class CallReport(Customer customer)
{
    public int Figures { get; } = customer.Note.Count(char.IsDigit);
}

[ForPurpose("credit-offer")]
public static class Rate
{
    public static void Set(CallReport report)
    {
        var rate = 5;
        for (var rounds = report.Figures; rounds > 0; rounds--) //! ECRM2004
            rate++;
        Use.CreditOffer(rate);
    }
}

public static class Case
{
    public static void Run() => Rate.Set(new CallReport(Customers.Ada()));
}
