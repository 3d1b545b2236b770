// verdict: violation
// origin: open
// channel: credit-offer
// source: Customer.Born
// proof: differs
// why: The day of birth is no protected category, but it was collected for support alone.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.AgeNotCollected;

[ForPurpose("credit-offer")]
public static class Scoring
{
    public static void Score(Customer customer)
    {
        var points = customer.Income / 10_000_000;
        points += 2026 - customer.Born.Year; //! ECRM2001
        Use.CreditOffer(points);
    }
}

public static class Case
{
    public static void Run() => Scoring.Score(Customers.Ada());
}
