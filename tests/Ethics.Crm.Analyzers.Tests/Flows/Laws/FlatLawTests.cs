using Ethics.Crm.FlowAnalysis.State;

namespace Ethics.Crm.Analyzers.Tests.Flows.Laws;

/// <summary>Flat sets and maps against those of the framework, over all sets of a few elements of which some have one hash code.</summary>
public sealed class FlatLawTests
{
    private static readonly Element[] Elements = [.. from name in new[] { "a", "b", "c", "d", "e" } select new Element(name, Hash: name[0] / 2)];

    private static readonly Element[][] Subsets = [.. Enumerable.Range(0, 1 << Elements.Length).Select(static bits => Elements.Where((_, i) => (bits & (1 << i)) != 0).ToArray())];

    [Fact]
    public void SetOfAnyOrder_IsTheSame()
        => Assert.All(Subsets, static subset =>
        {
            var set = Set(subset);
            Assert.Equal(subset.ToHashSet(), [.. set]);
            Assert.True(set.SetEquals(Set(subset.Reverse())));
            Assert.True(set.SetEquals(FlatSet<Element>.Of(subset.Concat(subset))));
            Assert.True(set.SetEquals(FlatSet<Element>.Of(subset.Reverse())));
            Assert.Equal(subset.Length == 0, set.IsEmpty);
            Assert.All(Elements, one => Assert.Equal(subset.Contains(one), set.Contains(one)));
        });

    [Fact]
    public void Union_HoldsBoth_AndIsItselfWhenNothingIsAdded()
        => Assert.All(Pairs(), static pair =>
        {
            var (left, right) = (Set(pair.Left), Set(pair.Right));
            var union = left.Union(right);
            Assert.Equal(pair.Left.Union(pair.Right).ToHashSet(), [.. union]);
            Assert.Equal(pair.Right.All(pair.Left.Contains), ReferenceEquals(union, left));
            Assert.Equal(pair.Left.ToHashSet().SetEquals(pair.Right), left.SetEquals(right));
        });

    [Fact]
    public void Union_OfTwoThatAreEqual_KeepsTheBetterOne()
        => Assert.All(Pairs(), static pair =>
        {
            var better = Set(pair.Right.Select(static one => one with { Worth = 1 }));
            var kept = Set(pair.Left).Union(better, static (one, known) => one.Worth > known.Worth);
            Assert.All(kept, one => Assert.Equal(pair.Right.Contains(one) ? 1 : 0, one.Worth));
            var worse = better.Union(Set(pair.Left), static (one, known) => one.Worth > known.Worth);
            Assert.True(kept.SetEquals(worse, static (one, other) => one.Worth == other.Worth));
        });

    [Fact]
    public void WhatIsChangedOrLeftOut_IsASetAgain()
        => Assert.All(Pairs(), static pair =>
        {
            var set = Set(pair.Left);
            Assert.Equal(pair.Left.Intersect(pair.Right).ToHashSet(), [.. set.Where(pair.Right.Contains)]);
            Assert.Same(set, set.Where(static _ => true));
            Assert.Same(set, set.Select(static one => one, null));

            // All become one.
            Assert.Equal(Math.Min(1, pair.Left.Length), set.Select(static _ => Elements[0] with { }, null).Count);
        });

    [Fact]
    public void Map_AnswersAsADictionary()
        => Assert.All(Pairs(), static pair =>
        {
            var (left, right) = (Map(pair.Left, "l"), Map(pair.Right, "r"));
            Assert.All(Elements, one => Assert.Equal(pair.Left.Contains(one) ? "l" + one.Name : null, left.Find(one)));
            Assert.Equal(pair.Left.ToHashSet(), [.. left.Keys]);

            var joined = left.Join(right, static (_, mine, theirs) => mine + theirs, static (_, mine) => mine + "-", static (_, theirs) => "-" + theirs);
            Assert.Equal(pair.Left.Union(pair.Right).Count(), joined.Count);
            Assert.All(Elements, one => Assert.Equal(
                (pair.Left.Contains(one), pair.Right.Contains(one)) switch
                {
                    (true, true) => $"l{one.Name}r{one.Name}",
                    (true, false) => $"l{one.Name}-",
                    (false, true) => $"-r{one.Name}",
                    _ => null,
                },
                joined.Find(one)));
        });

    [Fact]
    public void Map_ThatLearnsNothing_IsItself()
        => Assert.All(Pairs(), static pair =>
        {
            var (left, right) = (Map(pair.Left, ""), Map(pair.Right, ""));
            var joined = left.Join(right, static (_, mine, _) => mine);
            Assert.Equal(pair.Right.All(pair.Left.Contains), ReferenceEquals(joined, left));
            Assert.Equal(pair.Left.ToHashSet().SetEquals(pair.Right), left.IsSame(right, static (one, other) => one == other));
            Assert.False(pair.Left.Length > 0 && left.IsSame(right, static (_, _) => false) && !ReferenceEquals(left, right) && pair.Left.Any(one => !ReferenceEquals(left.Find(one), right.Find(one))));
            Assert.All(pair.Left, one => Assert.Same(left, left.With(one, left.Find(one)!)));
            Assert.Equal(pair.Left.Intersect(pair.Right).ToHashSet(), [.. left.Where(pair.Right.Contains).Keys]);
        });

    private static IEnumerable<(Element[] Left, Element[] Right)> Pairs() => from left in Subsets from right in Subsets select (left, right);

    private static FlatSet<Element> Set(IEnumerable<Element> elements) => elements.Aggregate(FlatSet<Element>.Empty, static (set, one) => set.Add(one));

    private static FlatMap<Element, string> Map(IEnumerable<Element> elements, string prefix)
        => elements.Aggregate(new FlatMap<Element, string>(EqualityComparer<Element>.Default), (map, one) => map.With(one, prefix + one.Name));

    private sealed record Element(string Name, int Hash)
    {
        public int Worth { get; init; }

        public bool Equals(Element? other) => other is not null && Name == other.Name;

        public override int GetHashCode() => Hash;
    }
}
