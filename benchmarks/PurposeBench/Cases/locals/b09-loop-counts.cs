// verdict: clean
// origin: blind
// channel: analytics
// source: Applicant.Postcode
// proof: reaches
// why: The same loop, but analytics decides nothing: a condition passes nothing on there.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.LoopCounts;

[DataSubject("applicant")]
public sealed class Applicant
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("postcode"), CollectedFor("support", "credit-offer")]
    public int Postcode { get; init; }
}

[ForPurpose("support")]
public static class BranchFinder
{
    public static int Steps(Applicant applicant)
    {
        var steps = 0;
        for (var zone = 100_000_000; zone < applicant.Postcode; zone += 20_000_000)
            steps += 1;

        return steps;
    }
}

[ForPurpose("analytics")]
public static class SearchEffort
{
    public static void Measure(Applicant applicant)
    {
        var steps = BranchFinder.Steps(applicant);
        Use.Analytics($"{steps} steps");
    }
}

public static class Case
{
    public static void Run() => SearchEffort.Measure(new Applicant { Id = 7, Postcode = Mark.Number("Applicant.Postcode") });
}
