using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.State;

namespace Ethics.Crm.Analyzers.Tests.Flows.Laws;

/// <summary>Names of purposes are what a sorted set of texts is: all sets of four names, in all pairs.</summary>
public sealed class PurposeNamesLawTests
{
    private static readonly string[] Names = ["a", "b", "A", "a.b"];

    private static readonly IReadOnlyList<ImmutableArray<string>> All =
        [.. Enumerable.Range(0, 1 << Names.Length).Select(static bits => Names.Where((_, i) => (bits & (1 << i)) != 0).ToImmutableArray())];

    [Fact]
    public void Union_HoldsBoth_AndIsItselfWhenNothingIsAdded()
    {
        foreach (var one in All)
        {
            foreach (var two in All)
            {
                var (first, second) = (PurposeNames.Of(one), PurposeNames.Of(two));
                var expected = one.Union(two, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
                foreach (var union in new[] { first.With(two), first.With(second), second.With(one), second.With(first) })
                {
                    Assert.Equal(expected.Count, union.Count);
                    Assert.All(Names, name => Assert.Equal(expected.Contains(name), union.Contains(name)));
                    Assert.Equal(PurposeNames.Of([.. expected.Reverse()]), union);
                    Assert.Equal(PurposeNames.Of([.. expected]).GetHashCode(), union.GetHashCode());
                }

                Assert.Equal(expected.Count == one.Length, ReferenceEquals(first, first.With(two)));
            }
        }
    }

    [Fact]
    public void Equality_IsThatOfTheSets()
    {
        foreach (var one in All)
        {
            foreach (var two in All)
            {
                Assert.Equal(one.ToHashSet().SetEquals(two), PurposeNames.Of(one).Equals(PurposeNames.Of(two)));
                Assert.Equal(one.ToHashSet().IsSupersetOf(two), PurposeNames.Of(one).ContainsAll(two));
            }
        }

        Assert.False(PurposeNames.None.Equals(null));
    }
}
