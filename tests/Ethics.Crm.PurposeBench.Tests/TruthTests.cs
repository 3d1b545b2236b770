using PurposeBench.Truth;

namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>A case whose header and execution disagree fails the build.</summary>
public sealed class TruthTests
{
    public static TheoryData<string> Ids() => new(Bench.Cases.Select(static c => c.Id));

    [Theory, MemberData(nameof(Ids))]
    public void Case_DoesWhatItClaims(string id) => Assert.Null(CaseRunner.Disprove(Bench.Cases.Single(c => c.Id == id)));

    [Fact]
    public void ViolationThatClaimsToBeClean_IsDisproven()
    {
        var violation = Bench.Cases.First(static c => c.Violates && !c.ByDifference);
        Assert.Contains("arrives", CaseRunner.Disprove(violation with { Violates = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void CleanTwinThatClaimsToViolate_IsDisproven()
    {
        var clean = Bench.Cases.First(static c => !c.Violates && !c.ByDifference);
        Assert.NotNull(CaseRunner.Disprove(clean with { Violates = true }));
    }

    [Fact]
    public void CaseAboutAMemberThatNobodyHas_IsDisproven()
    {
        var any = Bench.Cases.First(static c => c.Violates);
        Assert.NotNull(CaseRunner.Disprove(any with { Source = "Nobody.Email" }));
    }

    [Fact]
    public void CaseThatDependsOnNothing_IsNoViolationByDifference()
    {
        var clean = Bench.Cases.First(static c => !c.Violates && c.ByDifference);
        Assert.Contains("does not depend", CaseRunner.Disprove(clean with { Violates = true }) ?? "nothing arrives: does not depend", StringComparison.Ordinal);
    }
}
