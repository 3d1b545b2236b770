// verdict: clean
// origin: open
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: The same queue, ordered by what may decide.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.SortedByIncome;

[DataSubject("applicant")]
public sealed class Applicant
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("postcode"), CollectedFor("credit-offer")]
    public int Postcode { get; init; }

    [DataCategory("financial.income"), CollectedFor("credit-offer")]
    public int Income { get; init; }
}

[ForPurpose("credit-offer")]
public static class LastCredit
{
    public static void Award(params Applicant[] applicants)
    {
        var first = applicants.OrderByDescending(applicant => applicant.Income).First();
        Use.CreditOffer($"goes to {first.Id}");
    }
}

public static class Case
{
    public static void Run() => LastCredit.Award(
        new Applicant { Id = 7, Income = 30_000, Postcode = Mark.Number("Applicant.Postcode") },
        new Applicant { Id = 8, Income = 20_000, Postcode = 500_000_000 });
}
