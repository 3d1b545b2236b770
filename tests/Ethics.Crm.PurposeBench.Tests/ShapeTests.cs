namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>How many cases there are, and of what kind: what the README says of them.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void AtLeast360Cases() => Assert.InRange(Bench.Cases.Count, 360, int.MaxValue);

    [Fact]
    public void EachFamily_HasAtLeast12() => Assert.All(Bench.Cases.GroupBy(static c => c.Family), static family => Assert.True(family.Count() >= 12, $"{family.Key}: {family.Count()}"));

    [Fact]
    public void AboutSixInTen_AreViolations() => Assert.InRange(Bench.Cases.Count(static c => c.Violates) / (double)Bench.Cases.Count, 0.55, 0.65);

    [Fact]
    public void AThird_IsWrittenBlind() => Assert.InRange(Bench.Cases.Count(static c => c.Blind) / (double)Bench.Cases.Count, 0.32, 0.40);

    [Fact]
    public void EachFamily_HasViolationsAndTwins() =>
        Assert.All(Bench.Cases.GroupBy(static c => c.Family), static family => Assert.Equal([false, true], family.Select(static c => c.Violates).Distinct().Order()));

    [Fact]
    public void FileName_TellsBlindCases() => Assert.All(Bench.Cases, static c => Assert.Equal(c.Blind, c.Id[(c.Id.IndexOf('/') + 1)..].StartsWith('b')));
}
