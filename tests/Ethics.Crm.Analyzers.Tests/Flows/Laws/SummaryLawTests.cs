using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Ethics.Crm.FlowAnalysis.Transfer;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Tests.Flows.Laws;

/// <summary>Summaries are compared as equivalents, and putting a call into one keeps joins and labels.</summary>
public sealed class SummaryLawTests
{
    private static readonly SyntaxNode Site = Universe.Places[3];

    private static readonly FlowValue[] Few = [FlowValue.None, FlowValue.Of([Universe.Label(Universe.First)]), FlowValue.Of([Universe.Label(Universe.First, Universe.Trails[1])]), FlowValue.Of(Universe.Made)];

    /// <summary>Each part of a summary by itself, and two at a time.</summary>
    private static readonly IReadOnlyList<MethodSummary> Summaries = All();

    /// <summary>What a summary may say of what is handed in and of what is made.</summary>
    private static readonly FlowValue[] Said =
    [
        FlowValue.None, .. Few[1..],
        Store.Input(Universe.A), Store.Input(Universe.B), new InputObject(Universe.A, new("T")).Value, new InputObject(Universe.A, new("I/T")).Value,
        Store.Input(Universe.Callee), Store.Input(Universe.Own),
        FlowValue.Of([Universe.Label(new InputOrigin(Universe.A, AccessPath.Root.WithEverything()), null, "marketing")]),
    ];

    private static readonly FlowValue[] Given = [FlowValue.None, FlowValue.Of([Universe.Label(Universe.Second, Universe.Trails[2])]), FlowValue.Of(Universe.Made), FlowValue.Of(Universe.Other).With([Universe.Label(Universe.Second)]), Store.Input(Universe.Own)];

    [Fact]
    public void Sameness_IsAnEquivalence_AndTellsEachPartApart()
    {
        Assert.InRange(Summaries.Count, 50, 300);
        for (var i = 0; i < Summaries.Count; i++)
        {
            for (var j = 0; j < Summaries.Count; j++)
            {
                Assert.Equal(i == j, Summaries[i].IsSame(Summaries[j]));
            }
        }

        Assert.All(Summaries.Zip(All()), static pair => Assert.True(pair.First.IsSame(pair.Second) && pair.Second.IsSame(pair.First)));
    }

    [Fact]
    public void Put_KeepsJoins_InWhatIsSaidAndInWhatIsGiven()
    {
        foreach (var one in Said)
        {
            foreach (var two in Said)
            {
                foreach (var given in Given)
                {
                    Assert.Equal(Call(given).Put(one).And(Call(given).Put(two)), Call(given).Put(one.And(two)));
                    foreach (var other in Given)
                    {
                        Assert.Equal(Call(given).Put(one).And(Call(other).Put(one)), Call(given.And(other)).Put(one));
                    }
                }
            }
        }
    }

    [Fact]
    public void WhatIsHandedIn_ComesInTheNamesOfTheCaller_WithOneStepMore()
        => Assert.All(Given, static given =>
        {
            var put = Call(given).Put(Store.Input(Universe.A));
            Assert.True(given.Objects.SetEquals(put.Objects));
            Assert.Equal(given.Select(static taint => taint with { Trail = Trail.Then(taint.Trail, Site, "goes through 'Job.Callee'") }), new FlowValue(put.Taints, given.Objects));
            Assert.True(Call(given).Put(FlowValue.None).IsNone);
            Assert.True(Call(given).Put(Store.Input(Universe.B)).IsNone);
        });

    [Fact]
    public void PartOfWhatIsHandedIn_IsReadFromWhatTheCallerKnows()
        => Assert.All(Given, static given =>
        {
            foreach (var path in new[] { new AccessPath("T"), new AccessPath("I/T") })
            {
                var known = path.Segments.Aggregate(given, Before.Read);
                var put = Call(given).Put(new InputObject(Universe.A, path).Value);
                Assert.True(known.Objects.SetEquals(put.Objects));
                Assert.True(known.Taints.SetEquals(put.Taints));
            }

            Assert.Equal(Before.Deep(given).Taints.Select(static taint => taint.At(["marketing"])).ToHashSet(), Call(given).Put(Said[^1]).Taints.ToHashSet());
        });

    [Fact]
    public void WhatOtherMethodsWereHanded_StaysTheirs()
        => Assert.All(Given, static given => Assert.True(Store.Input(Universe.Own).Objects.SetEquals(Call(given).Put(Store.Input(Universe.Own)).Objects)));

    [Fact]
    public void ObjectThatIsMade_IsAnotherOneForEachCall()
    {
        var here = Call(FlowValue.None).Put(FlowValue.Of(Universe.Made)).Objects.Single();
        var there = new Substitution(Universe.Callee, MethodSummary.Nothing, FlowValue.None, [FlowValue.None, FlowValue.None], Before, Universe.Places[2], "Job.Callee", static taint => taint).Put(FlowValue.Of(Universe.Made)).Objects.Single();

        Assert.Equal(here, Call(Given[1]).Put(FlowValue.Of(Universe.Made)).Objects.Single());
        Assert.NotEqual(here, there);
        Assert.NotEqual(here, Universe.Made);
    }

    /// <summary>Two calls made one each; to whoever calls both, they are one object that is not the only one.</summary>
    [Fact]
    public void ObjectsThatTwoCallsMade_AreSeveralToACaller()
    {
        var made = (MadeObject)Universe.Made;
        var twice = new MadeObject(made.Site, Universe.Places[2]);
        var one = MethodSummary.Nothing with { Result = FlowValue.Of(made) };
        var two = MethodSummary.Nothing with { Result = FlowValue.Of(made).And(FlowValue.Of(twice)) };

        Assert.False(one.MakesSeveral(made));
        Assert.True(two.MakesSeveral(made));
        Assert.True((MethodSummary.Nothing with { Heap = Store.Empty.Write(made, "T", FlowValue.Of(twice), true).Heap }).MakesSeveral(made));
        Assert.False(two.MakesSeveral((MadeObject)Universe.Other));
        Assert.Equal([false], Made(one));
        Assert.Equal([true], Made(two));

        bool[] Made(MethodSummary summary) => [.. new Substitution(Universe.Callee, summary, FlowValue.None, [], Before, Site, "x", static taint => taint).Put(summary.Result).Objects.Cast<MadeObject>().Select(static one => one.IsMany)];
    }

    private static Store Before { get; } = Store.Empty
        .Write(Universe.Made, "T", FlowValue.Of([Universe.Label(Universe.First, Universe.Trails[2])]), true)
        .Write(Universe.Made, "I", FlowValue.Of(Universe.Other), true)
        .Write(Universe.Other, "T", FlowValue.Of([Universe.Label(Universe.Second)]), true);

    private static Substitution Call(FlowValue given) => new(Universe.Callee, MethodSummary.Nothing, given, [given, FlowValue.None], Before, Site, "Job.Callee", static taint => taint);

    private static IReadOnlyList<MethodSummary> All()
    {
        Func<MethodSummary, MethodSummary>[] changes =
        [
            .. Few.Select(value => (Func<MethodSummary, MethodSummary>)(summary => summary with { Result = value })),
            .. Few.Select(value => (Func<MethodSummary, MethodSummary>)(summary => summary with { Thrown = value })),
            .. Few.Select(value => (Func<MethodSummary, MethodSummary>)(summary => summary with { Outs = summary.Outs.SetItem(Universe.A, value) })),
            .. Few.Select(value => (Func<MethodSummary, MethodSummary>)(summary => summary with { Heap = summary.Heap.With(Universe.Made, "T", value) })),
            summary => summary with { References = FlatSet<Place>.Of(new VariablePlace(Universe.A)) },
            summary => summary with { References = FlatSet<Place>.Of(new PartPlace(Universe.Made, "T")) },
            summary => summary with { Arrivals = FlatSet<InputArrival>.Of(Arrival(null)) },
            summary => summary with { Arrivals = FlatSet<InputArrival>.Of(Arrival(Universe.Trails[1])) },
        ];
        var found = new List<MethodSummary>();
        foreach (var summary in changes.SelectMany(first => changes.Select(second => second(first(MethodSummary.Nothing)))))
        {
            if (!found.Any(summary.IsSame))
            {
                found.Add(summary);
            }
        }

        return found;
    }

    private static InputArrival Arrival(Trail? trail) => new(new InputOrigin(Universe.A, AccessPath.Root), Site, "Mailer.Send", "marketing", PurposeNames.None) { Purposes = ["marketing"], Trail = trail };
}
