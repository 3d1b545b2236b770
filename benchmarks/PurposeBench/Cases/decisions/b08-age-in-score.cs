// verdict: violation
// origin: blind
// channel: credit-offer
// source: Customer.Born
// proof: differs
// why: The date of birth was collected for support and nothing else.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.B08AgeInScore;

[ForPurpose("credit-offer")]
public sealed class ScoreCard
{
    private readonly List<int> _points = [];

    public void Rate(Customer applicant)
    {
        _points.Add(applicant.Income / 10_000_000);
        _points.Add(2026 - applicant.Born.Year); //! ECRM2001
        Use.CreditOffer(_points.Sum());
    }
}

public static class Case
{
    public static void Run() => new ScoreCard().Rate(Customers.Ada());
}
