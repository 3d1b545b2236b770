using PurposeBench.Truth;

namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>A case whose header and execution disagree fails the build.</summary>
public sealed class TruthTests
{
    private static readonly CaseRunner Runner = new(CaseWorld.Of(Bench.Folder));

    public static TheoryData<string> Ids() => new(Bench.Cases.Select(static c => c.Id));

    [Theory, MemberData(nameof(Ids))]
    public void Case_DoesWhatItClaimsAndNotTheOpposite(string id)
    {
        var one = Bench.Cases.Single(c => c.Id == id);
        var runs = Runner.Run(one);
        Assert.Null(Runner.Disprove(one, runs));
        Assert.NotNull(Runner.Disprove(one with { Violates = !one.Violates }, runs));
    }
}
