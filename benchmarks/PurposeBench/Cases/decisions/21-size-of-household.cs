// verdict: clean
// origin: open
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: Support lists the postcodes of a household; the decision asks how many people there are, which carries nothing.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.SizeOfHousehold;

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
    public static List<int> Areas(params Applicant[] household)
    {
        var areas = new List<int>();
        foreach (var one in household)
            areas.Add(one.Postcode);
        return areas;
    }
}

[ForPurpose("credit-offer")]
public static class Committee
{
    public static void Decide(List<int> areas) => Use.CreditOffer(areas.Count > 1 ? "joint credit" : "single credit");
}

public static class Case
{
    public static void Run() => Committee.Decide(Visits.Areas(
        new Applicant { Id = 7, Income = 40_000, Postcode = Mark.Number("Applicant.Postcode") },
        new Applicant { Id = 8, Income = 30_000, Postcode = 100_000_001 }));
}
