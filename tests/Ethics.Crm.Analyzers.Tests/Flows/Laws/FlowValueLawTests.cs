using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.State;

namespace Ethics.Crm.Analyzers.Tests.Flows.Laws;

/// <summary>Values are a lattice, the ways on which labels came included: all values of a small universe, in all pairs and triples.</summary>
public sealed class FlowValueLawTests
{
    private static IReadOnlyList<FlowValue> Values => Universe.Values;

    [Fact]
    public void Universe_HasEachValueOnce() => Assert.All(Values, (one, i) => Assert.All(Values, (other, j) => Assert.Equal(i == j, one.Equals(other))));

    [Fact]
    public void Join_IsCommutativeIdempotentAndHasNoneForItsNeutral()
        => Assert.All(Values, one =>
        {
            Assert.Equal(one, one.And(one));
            Assert.Equal(one, one.And(FlowValue.None));
            Assert.Equal(one, FlowValue.None.And(one));
            Assert.All(Values, other => Assert.Equal(one.And(other), other.And(one)));
        });

    [Fact]
    public void Join_IsAssociative()
    {
        foreach (var (one, two) in Pairs())
        {
            foreach (var three in Values)
            {
                if (!one.And(two).And(three).Equals(one.And(two.And(three))))
                {
                    Assert.Fail($"{Text(one)} · {Text(two)} · {Text(three)}");
                }
            }
        }
    }

    /// <summary>Of each label the better way, each object, and nothing else.</summary>
    [Fact]
    public void Join_IsTheLeastUpperBound()
    {
        foreach (var (one, two) in Pairs())
        {
            var join = one.And(two);
            Assert.True(Universe.IsWithin(one, join) && Universe.IsWithin(two, join));
            foreach (var bound in Values)
            {
                if (Universe.IsWithin(one, bound) && Universe.IsWithin(two, bound) && !Universe.IsWithin(join, bound))
                {
                    Assert.Fail($"{Text(one)} · {Text(two)} within {Text(bound)}");
                }
            }
        }
    }

    /// <summary>A label that has come to more says nothing beside the same one that has come to less: one with other purposes, another reader or another source does.</summary>
    [Fact]
    public void OfOneLabel_TheOneThatHasComeToLeastStays_InWhateverOrderTheyCome()
    {
        Taint[] labels = [Universe.Label(Universe.First), Universe.Label(Universe.First, null, "a"), Universe.Label(Universe.First, null, "b"), Universe.Label(Universe.First, null, "a", "b"), Universe.Label(Universe.Second, null, "a"), Universe.Label(Universe.First, null, "a") with { ReadBy = Universe.Callee }];
        var values = Enumerable.Range(0, 1 << labels.Length).Select(choice => FlowValue.Of(labels.Where((_, place) => (choice >> place & 1) == 1))).ToArray();

        foreach (var one in values)
        {
            Assert.DoesNotContain(one.Taints, label => one.Taints.Any(label.AddsNothingTo));
            foreach (var other in values)
            {
                var join = one.And(other);
                Assert.Equal(join, other.And(one));
                Assert.Equal(join, join.And(one));
                Assert.Equal(FlowValue.Of(one.Taints.Concat(other.Taints)), join);
                Assert.All(one.Taints, label => Assert.Contains(join.Taints, kept => kept.Equals(label) || label.AddsNothingTo(kept)));
            }
        }

        Assert.Single(FlowValue.Of(labels.Take(4)).Taints);
        Assert.Equal(2, FlowValue.Of(labels.Skip(1).Take(3)).Taints.Count);
        Assert.Equal(3, FlowValue.Of(labels).Taints.Count);
    }

    [Fact]
    public void WhatIsDoneToValues_IsMonotone_AndDistributesOverJoins()
    {
        Func<FlowValue, FlowValue>[] steps =
        [
            value => value.And(Values[^1]),
            value => value.With([Universe.Label(Universe.First, Universe.Trails[1])]),
            value => value.Unlabelled(),
            value => value.Where(one => one is MadeObject),
            value => value.Select(taint => taint.At(["marketing"])),
            value => value.Select(taint => taint with { Trail = Trail.Then(taint.Trail, Universe.Places[2], "step") }),
            // Two labels become one.
            value => value.Select(taint => new Taint(Universe.First, taint.Arrived) { Trail = taint.Trail }),
        ];
        foreach (var (one, two) in Pairs())
        {
            Assert.All(steps, step =>
            {
                Assert.Equal(step(one).And(step(two)), step(one.And(two)));
                Assert.True(!Universe.IsWithin(one, two) || Universe.IsWithin(step(one), step(two)));
            });
        }
    }

    [Fact]
    public void EqualValues_HaveEqualHashCodes()
    {
        foreach (var (one, two) in Pairs())
        {
            var join = one.And(two);
            var again = two.And(one);
            Assert.Equal(join.GetHashCode(), again.GetHashCode());
            Assert.True(join.Equals((object)again) && !join.Equals(null));
        }
    }

    [Fact]
    public void None_IsTheOnlyValueThatIsNone() => Assert.Equal([FlowValue.None], Values.Where(static value => value.IsNone));

    [Fact]
    public void Label_HasArrivedWhereItArrived_InWhateverOrder()
    {
        ImmutableArray<string>[] purposes = [[], ["a"], ["b"], ["b", "a"], ["a.b", "a-b"]];
        var label = Universe.Label(Universe.First, Universe.Trails[1]);
        foreach (var one in purposes)
        {
            Assert.Equal(label.At(one), label.At(one).At(one));
            Assert.Same(Universe.Trails[1], label.At(one).Trail);
            foreach (var two in purposes)
            {
                Assert.Equal(label.At(one).At(two), label.At(two).At(one));
                Assert.Equal(label.At(one).At(two).GetHashCode(), label.At([.. two, .. one]).GetHashCode());
                Assert.Equal(one.ToHashSet().SetEquals(two), label.At(one).Equals(label.At(two)));
            }
        }

        Assert.Same(label, label.At(ImmutableArray<string>.Empty));
    }

    private static IEnumerable<(FlowValue One, FlowValue Two)> Pairs() => from one in Values from two in Values select (one, two);

    private static string Text(FlowValue value)
        => "{" + string.Join(", ", value.Taints.Select(static taint => taint.Origin + " by " + string.Join(">", taint.Trail?.Steps().Select(static step => step.Syntax.SpanStart) ?? [])).Concat(value.Objects.Select(static one => one.ToString()))) + "}";
}
