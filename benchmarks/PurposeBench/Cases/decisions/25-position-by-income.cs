// verdict: clean
// origin: open
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: The place that is written to depends on the income; where the postcode stands in a list of visits nobody decides by.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.PositionByIncome;

[DataSubject("applicant")]
public sealed class Applicant
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("postcode"), CollectedFor("support", "credit-offer")]
    public int Postcode { get; init; }

    [DataCategory("financial.income"), CollectedFor("credit-offer")]
    public int Income { get; init; }
}

[ForPurpose("support")]
public static class Visits
{
    public static void Plan(Applicant applicant)
    {
        var days = new bool[10];
        days[applicant.Postcode / 100_000_000] = true;
        Use.Support(Array.IndexOf(days, true));
    }
}

[ForPurpose("credit-offer")]
public static class Bands
{
    public static void Decide(Applicant applicant)
    {
        var bands = new bool[10];
        bands[applicant.Income / 10_000] = true;
        Use.CreditOffer(bands[1] || bands[2] ? 900 : 500);
    }
}

public static class Case
{
    public static void Run()
    {
        var applicant = new Applicant { Id = 7, Income = 40_000, Postcode = Mark.Number("Applicant.Postcode") };
        Bands.Decide(applicant);
        Visits.Plan(applicant);
    }
}
