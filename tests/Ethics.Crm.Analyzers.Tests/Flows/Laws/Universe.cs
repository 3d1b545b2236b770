using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.Analyzers.Tests.Flows.Laws;

/// <summary>A few of everything that the engine's states are made of: small enough for all combinations.</summary>
internal static class Universe
{
    private static readonly Compilation Program = TestCompilation.Create(
        """
        class Box { public string? Text; public Box? Inner; }
        class Job { void Callee(Box a, Box b) { _ = a; _ = a; _ = b; _ = b; } void Caller(Box own) { _ = own; _ = own; } }
        """);

    private static readonly INamedTypeSymbol Job = Program.GetTypeByMetadataName("Job")!;

    /// <summary>Places in the program, one behind the other.</summary>
    public static IReadOnlyList<SyntaxNode> Places { get; } = [.. Program.SyntaxTrees.First().GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()];

    public static IMethodSymbol Callee { get; } = Job.GetMembers("Callee").OfType<IMethodSymbol>().Single();

    public static IMethodSymbol Caller { get; } = Job.GetMembers("Caller").OfType<IMethodSymbol>().Single();

    public static IParameterSymbol A => Callee.Parameters[0];

    public static IParameterSymbol B => Callee.Parameters[1];

    public static IParameterSymbol Own => Caller.Parameters[0];

    /// <summary>What was read at the first place, and at the second.</summary>
    public static Origin First { get; } = new ReadOrigin(Places[0], "Contact.Email");

    public static Origin Second { get; } = new ReadOrigin(Places[1], "Contact.Phone");

    /// <summary>No step, and two ways of one step that differ in their place alone.</summary>
    public static IReadOnlyList<Trail?> Trails { get; } = [null, Trail.Then(null, Places[0], "x"), Trail.Then(null, Places[1], "x")];

    public static HeapObject Made { get; } = new MadeObject(Places[0], null);

    public static HeapObject Other { get; } = new MadeObject(Places[1], null);

    public static HeapObject Input { get; } = new InputObject(Own, AccessPath.Root);

    public static Taint Label(Origin origin, Trail? trail = null, params string[] arrived) => new Taint(origin, PurposeNames.Of([.. arrived])) { Trail = trail };

    public static FlowValue Value(IEnumerable<Taint> taints, params HeapObject[] objects) => new(FlowValue.Of(taints).Taints, FlatSet<HeapObject>.Of(objects));

    /// <summary>Each of two labels absent or there on one of the ways, each of two objects absent or there.</summary>
    public static IReadOnlyList<FlowValue> Values { get; } =
    [
        .. from first in Told(First) from second in Told(Second) from objects in new HeapObject[][] { [], [Made], [Input], [Made, Input] } select Value([.. first, .. second], objects),
    ];

    /// <summary>What ends at <paramref name="more"/> has whatever ends at <paramref name="less"/>, told as well or better.</summary>
    public static bool IsWithin(FlowValue less, FlowValue more)
        => less.Objects.All(more.Objects.Contains) && less.Taints.All(taint => more.Taints.Known(taint) is { } known && Trail.Compare(known.Trail, taint.Trail) <= 0);

    private static IEnumerable<Taint[]> Told(Origin origin) => [[], .. Trails.Select(trail => new[] { Label(origin, trail) })];
}
