using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// <c>ref</c> fields: a variable to which one refers becomes an object of its own, its cell, that holds what the variable does. From there on the variable is another name for what lies in the cell,
/// and the field is a part that holds the cell. A program without <c>ref</c> fields has none.
/// </summary>
internal sealed partial class MethodAnalysis
{
    private const string CellPart = "cell";

    private const string NotFollowed = "a 'ref' field";

    /// <summary>Whether a <c>ref</c> parameter has got a cell, which the caller has to hand in.</summary>
    private bool keepsReferences;

    /// <summary>What a <c>ref</c> field refers to, written as places.</summary>
    private Place[] Behind(IFieldReferenceOperation field)
    {
        var owner = Evaluate(field.Instance!);
        return store.Read(owner, Segment.Of(field.Field)).Objects.Select(static one => new PartPlace(one, Segment.Behind)).ToArray<Place>();
    }

    /// <summary>Makes a <c>ref</c> field refer to something.</summary>
    private FlowValue Refer(IFieldReferenceOperation field, IOperation to)
    {
        var value = Evaluate(to);
        var owner = Whole(field.Instance!);
        Put(owner, Segment.Of(field.Field), CellsOf(to));
        return value;
    }

    /// <summary>The cells that a call of a method which keeps references hands in, by parameter. Null for any other method.</summary>
    private FlowValue[]? CellsFor(IMethodSymbol called, MethodSummary summary, IReadOnlyList<GivenArgument> arguments)
    {
        if (!summary.KeepsReferences)
        {
            return null;
        }

        var cells = called.Parameters.Select(static _ => FlowValue.None).ToArray();
        foreach (var (parameter, value) in arguments)
        {
            if (parameter is { RefKind: not RefKind.None })
            {
                cells[parameter.Ordinal] = CellsOf(value);
            }
        }

        return cells;
    }

    private FlowValue CellsOf(IOperation to)
    {
        var places = Places(to);
        return places.Count == 0 ? FlowValue.Of(Elsewhere(to)) : places.Aggregate(FlowValue.None, (all, place) => all.And(FlowValue.Of(CellOf(place, to))));
    }

    private HeapObject CellOf(Place place, IOperation to)
    {
        if (place is PartPlace { Segment: Segment.Behind, Owner: var cell })
        {
            return cell;
        }

        // What lambdas share with the method around them is not moved.
        if (place is not VariablePlace { Variable: var variable } || nested.IsNeeded)
        {
            return Elsewhere(to);
        }

        HeapObject made;
        if (variable is IParameterSymbol { RefKind: not RefKind.None } parameter)
        {
            made = new InputObject(parameter, new AccessPath(Segment.Cell));
            keepsReferences = true;
        }
        else
        {
            made = new MadeObject(variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) ?? to.Syntax, null) { Part = CellPart };
        }

        store = store.Write(made, Segment.Behind, store.Of(variable), IsTheOnly(made)).With(variable, FlowValue.None);
        store = store with { References = store.References.With(variable, FlatSet<Place>.Of([new PartPlace(made, Segment.Behind)])) };
        return made;
    }

    /// <summary>A part of an object, or a variable that lambdas share: what is written there by way of the field is told.</summary>
    private MadeObject Elsewhere(IOperation to)
    {
        shares = true;
        return new(to.Syntax, null) { Part = CellPart, IsMany = true, Shared = NotFollowed };
    }

    /// <summary>What a parameter holds at the end, also where it has got a cell.</summary>
    private static FlowValue AtEnd(Store end, IParameterSymbol parameter)
        => end.References.Find(parameter) is { } places ? places.OfType<PartPlace>().Aggregate(end.Of(parameter), (all, place) => all.And(end.Read(place.Owner, place.Segment))) : end.Of(parameter);
}
