using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.Analyzers.Tests.Flows.Laws;

/// <summary>Which of two ways is told: one order of all ways, which what is added before or behind does not change.</summary>
public sealed class TrailLawTests
{
    private static readonly (SyntaxNode Place, string Word)[] Steps = [(Universe.Places[0], "a"), (Universe.Places[0], "b"), (Universe.Places[1], "a")];

    /// <summary>All ways of at most three steps.</summary>
    private static readonly IReadOnlyList<Trail?> All = [null, .. Longer([null]), .. Longer(Longer([null])), .. Longer(Longer(Longer([null])))];

    [Fact]
    public void Order_IsTotal()
    {
        Assert.Equal(40, All.Count);
        for (var i = 0; i < All.Count; i++)
        {
            for (var j = 0; j < All.Count; j++)
            {
                var order = Math.Sign(Trail.Compare(All[i], All[j]));
                Assert.Equal(i == j, order == 0);
                Assert.Equal(order, -Math.Sign(Trail.Compare(All[j], All[i])));
                Assert.All(All, third => Assert.True(order > 0 || Trail.Compare(All[j], third) > 0 || Trail.Compare(All[i], third) <= 0));
            }
        }
    }

    [Fact]
    public void ShorterWay_IsTheBetterOne()
        => Assert.All(All, one => Assert.All(All, other => Assert.True(Length(one) >= Length(other) || Trail.Compare(one, other) < 0)));

    [Fact]
    public void BetterWay_StaysTheBetterOne_WhateverIsAdded()
    {
        foreach (var one in All)
        {
            foreach (var other in All)
            {
                var order = Math.Sign(Trail.Compare(one, other));
                Assert.All(Steps, step => Assert.Equal(order, Math.Sign(Trail.Compare(Trail.Then(one, step.Place, step.Word), Trail.Then(other, step.Place, step.Word)))));
                Assert.All(All, added =>
                {
                    Assert.Equal(order, Math.Sign(Trail.Compare(Trail.Joined(one, added), Trail.Joined(other, added))));
                    Assert.Equal(order, Math.Sign(Trail.Compare(Trail.Joined(added, one), Trail.Joined(added, other))));
                });
            }
        }
    }

    [Fact]
    public void JoinedWay_HasTheStepsOfBoth()
        => Assert.All(All, one => Assert.All(All, other => Assert.Equal([.. Told(one), .. Told(other)], Told(Trail.Joined(one, other)))));

    [Fact]
    public void WayOfAThousandSteps_IsKept_AndLongerOnesAreToldWithoutTheirEnd()
    {
        Trail? way = null;
        for (var i = 0; i < 1005; i++)
        {
            way = Trail.Then(way, Universe.Places[0], i.ToString());
        }

        Assert.Equal(Enumerable.Range(0, 1000).Select(static i => i.ToString()), way!.Steps().Select(static step => step.Word));
    }

    /// <summary>A method that is moved within its file changes no place in it.</summary>
    [Fact]
    public void OrderOfTwoPlaces_DoesNotFollowTheOrderOfMembers()
    {
        const string one = "void One() { _ = 1; _ = 2; }", two = "void Two(int a) { _ = 1; }", three = "void Two(string a) { _ = 1; }", nested = "class Nested { void One() { _ = 1; } }", field = "int f = 1;";
        string[] members = [one, two, three, nested, field];
        var orders = new HashSet<string>();
        foreach (var order in Permutations(members))
        {
            var root = TestCompilation.Create("class Job { " + string.Join(" ", order) + " }").SyntaxTrees.First().GetRoot();
            var places = root.DescendantNodes().Where(static node => node is AssignmentExpressionSyntax or EqualsValueClauseSyntax).Order(Comparer<SyntaxNode>.Create((x, y) => Trail.Compare(Trail.Then(null, x, ""), Trail.Then(null, y, "")))).ToArray();
            orders.Add(string.Join(" ", places.Select(place => Array.FindIndex(members, member => root.ToString().IndexOf(member, StringComparison.Ordinal) is var start && place.SpanStart >= start && place.SpanStart < start + member.Length) + ":" + place)));
        }

        Assert.Single(orders);
        Assert.Equal(6, orders.Single().Split(' ').Count(static text => text.Contains(':')));
    }

    private static IEnumerable<string[]> Permutations(string[] members)
        => members.Length < 2 ? [members] : members.SelectMany((first, i) => Permutations([.. members.Take(i), .. members.Skip(i + 1)]).Select(rest => (string[])[first, .. rest]));

    private static IReadOnlyList<Trail?> Longer(IReadOnlyList<Trail?> ways) => [.. from way in ways from step in Steps select Trail.Then(way, step.Place, step.Word)];

    private static int Length(Trail? way) => way?.Steps().Count ?? 0;

    private static IEnumerable<(SyntaxNode, string)> Told(Trail? way) => way?.Steps().Select(static step => (step.Syntax, step.Word)) ?? [];
}
