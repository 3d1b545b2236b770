// verdict: clean
// origin: blind
// channel: credit-offer
// source: Customer.Origin
// proof: differs
// why: Support pairs the income's bracket with the language of a hotline; the decision scores what was read for it alone.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.ScoringOtherInput;

public static class ScoreCard
{
    public static (int Points, string Reason) Evaluate((int Income, int Years) input) => (input.Income / 1_000_000 + input.Years, "income and years");
}

[ForPurpose("support")]
public static class Hotline
{
    public static (string Language, int Queue) Route(Customer customer) => (customer.Origin, 3);
}

[ForPurpose("credit-offer")]
public static class Scoring
{
    public static void Score(Customer customer, int years)
    {
        var (_, queue) = Hotline.Route(customer);
        var (points, reason) = ScoreCard.Evaluate((customer.Income, years));
        Use.CreditOffer((points, reason, queue));
    }
}

public static class Case
{
    public static void Run() => Scoring.Score(Customers.Ada(), years: 4);
}
