// verdict: violation
// origin: blind
// channel: credit-offer
// source: Customer.Origin
// proof: reaches
// why: Income may be scored, where somebody comes from may not; the input of the score is a pair of both.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.ScoringInput;

public static class ScoreCard
{
    public static string Evaluate((int Income, string Region) input) => $"{input.Income / 1_000_000} points ({input.Region})";
}

[ForPurpose("credit-offer")]
public static class Scoring
{
    public static void Score(Customer customer)
    {
        (int Income, string Region) input = (customer.Income, customer.Origin); //! ECRM2004
        Use.CreditOffer(ScoreCard.Evaluate(input));
    }
}

public static class Case
{
    public static void Run() => Scoring.Score(Customers.Ada());
}
