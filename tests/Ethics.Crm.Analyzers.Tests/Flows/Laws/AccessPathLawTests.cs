using Ethics.Crm.FlowAnalysis.State;

namespace Ethics.Crm.Analyzers.Tests.Flows.Laws;

/// <summary>Ways into objects: all of them over a few steps.</summary>
public sealed class AccessPathLawTests
{
    private static readonly string[] Steps = ["Acme.Box.Text", Segment.Elements, Segment.Keys, Segment.At(0), Segment.At("a/b"), Segment.At("x**"), Segment.Unknown];

    private static readonly IReadOnlyList<AccessPath> All = Reachable();

    [Fact]
    public void EachPath_IsAtMostAsDeepAsAllowed_AndEverythingBehindIt()
    {
        Assert.Equal(1 + Steps.Length + Steps.Length * Steps.Length, All.Count(static path => !path.Text.EndsWith(Segment.Everything, StringComparison.Ordinal)));
        Assert.All(All, static path => Assert.InRange(path.Segments.Count(static step => step != Segment.Everything), 0, AccessPath.Deepest));
    }

    [Fact]
    public void Then_IsTakenBackBySplit()
        => Assert.All(All, static path => Assert.All(Steps, step =>
        {
            if (path.Then(step) is { } longer)
            {
                Assert.Equal((path, step), longer.Split());
                Assert.Equal([.. path.Segments, step], longer.Segments);
            }
            else
            {
                Assert.True(path.Segments.Count >= AccessPath.Deepest || path.Segments[^1] == Segment.Everything);
            }
        }));

    [Fact]
    public void Split_IsTakenBackByThen()
        => Assert.All(All.Where(static path => path != AccessPath.Root && path.Segments[^1] != Segment.Everything), static path => Assert.Equal(path, path.Split().Owner.Then(path.Split().Segment)));

    [Fact]
    public void Everything_IsTheEndOfAPath()
        => Assert.All(All, static path =>
        {
            var whole = path.WithEverything();
            Assert.Equal(whole, whole.WithEverything());
            Assert.Equal(Segment.Everything, whole.Segments[^1]);
            Assert.All(Steps, step => Assert.Null(whole.Then(step)));
        });

    [Fact]
    public void DifferentSteps_MakeDifferentPaths() => Assert.Equal(All.Count, All.Select(static path => path.Text).Distinct().Count());

    [Fact]
    public void DifferentKeys_AreDifferentSteps()
    {
        string[] keys = ["", "a", "a/b", "a\u2215b", "a\u2215\u2215b", "a\u2215-b", "]", "'", "0", "key"];
        var steps = keys.Select(Segment.At).Concat([Segment.At(0), Segment.At(1), Segment.Elements, Segment.Keys]).ToArray();

        Assert.Equal(steps.Length, steps.Distinct(StringComparer.Ordinal).Count());
        Assert.All(steps, static step => Assert.DoesNotContain('/', step));
        Assert.All(steps, static step => Assert.Equal(step != Segment.Keys, Segment.IsElement(step)));
    }

    [Fact]
    public void AlikeKeys_AreThoseThatDifferInCaseAlone()
    {
        string[] keys = ["a", "A", "b", "a/B", "A/b"];
        Assert.All(keys, one => Assert.All(keys, other => Assert.Equal(string.Equals(one, other, StringComparison.OrdinalIgnoreCase), Segment.AreAlike(Segment.At(one), Segment.At(other)))));
        Assert.All(keys, one => Assert.All(keys, other => Assert.Equal(one == other, Segment.AreAlike(Segment.At(one), Segment.At(other), isOrdinal: true))));
        Assert.False(Segment.AreAlike("Acme.Box.text", "Acme.Box.Text"));
    }

    [Fact]
    public void KeyThatOnlyTheRunningProgramKnows_MayBeEachKey_AndNoPlace()
    {
        var own = Segment.Same("customer.Id");
        Assert.True(Segment.IsElement(own) && Segment.IsSame(own));
        Assert.All([Segment.At("a"), Segment.Same("k"), own], other => Assert.True(Segment.AreAlike(own, other, isOrdinal: true) && Segment.AreAlike(other, own)));
        Assert.All([Segment.At(0), Segment.Last, Segment.Elements, Segment.Keys, "Acme.Box.Text"], other => Assert.False(Segment.AreAlike(own, other) || Segment.IsSame(other)));
    }

    private static IReadOnlyList<AccessPath> Reachable()
    {
        var found = new List<AccessPath> { AccessPath.Root };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(Steps.Select(step => found[i].Then(step)).OfType<AccessPath>().Append(found[i].WithEverything()).Where(path => !found.Contains(path)));
        }

        return found;
    }
}
