// verdict: violation
// origin: open
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: All that is written is true; the place it is written to depends on the postcode.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.PositionInArray;

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

[ForPurpose("credit-offer")]
public static class Map
{
    public static void Decide(Applicant applicant)
    {
        var visited = new bool[10];
        visited[applicant.Postcode / 100_000_000] = true; //! ECRM2004
        Use.CreditOffer(visited[1] || visited[2] || visited[3] || visited[4] ? 900 : 500);
    }
}

public static class Case
{
    public static void Run() => Map.Decide(new Applicant { Id = 7, Income = 40_000, Postcode = Mark.Number("Applicant.Postcode") });
}
