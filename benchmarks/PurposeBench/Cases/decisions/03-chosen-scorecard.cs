// verdict: violation
// origin: open
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: The score is computed from the income, by the card that the postcode chose.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.ChosenScorecard;

[DataSubject("applicant")]
public sealed record Applicant([property: DataSubjectId] int Id)
{
    [DataCategory("financial.income"), CollectedFor("credit-offer")]
    public int Income { get; init; }

    [DataCategory("postcode"), CollectedFor("credit-offer")]
    public int Postcode { get; init; }
}

public interface IScoreCard
{
    int Score(int income);
}

public sealed class StrictCard : IScoreCard
{
    public int Score(int income) => income / 3_000;
}

public sealed class UsualCard : IScoreCard
{
    public int Score(int income) => income / 1_000;
}

[ForPurpose("credit-offer")]
public static class Scoring
{
    public static void Decide(Applicant applicant)
    {
        IScoreCard card = applicant.Postcode switch //! ECRM2004
        {
            < 500_000_000 => new UsualCard(),
            _ => new StrictCard(),
        };
        Use.CreditOffer(card.Score(applicant.Income));
    }
}

public static class Case
{
    public static void Run() => Scoring.Decide(new Applicant(7) { Income = 40_000, Postcode = Mark.Number("Applicant.Postcode") });
}
