using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Patterns: what they take out of a value, and what their answer tells of it.</summary>
internal sealed partial class MethodAnalysis
{
    private FlowValue Pattern(IIsPatternOperation operation)
    {
        var value = Evaluate(operation.Value);
        var told = FlowValue.Of(Match(operation.Pattern, value).Taints);
        Decide(operation.Value.Syntax, told);
        return told;
    }

    /// <summary>Puts what a pattern takes into its variables.</summary>
    /// <returns>What its answer tells of the value: nothing where it only asks whether there is one, or of which type.</returns>
    private FlowValue Match(IPatternOperation pattern, FlowValue value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation declaration:
                AssignMatched(declaration.DeclaredSymbol, InHand(declaration, OfType(value, declaration.MatchedType)));
                return FlowValue.None;
            case ITypePatternOperation or IDiscardPatternOperation:
                return FlowValue.None;
            case IConstantPatternOperation constant:
                return IsNull(constant.Value) ? FlowValue.None : value;
            case INegatedPatternOperation negated:
                return Match(negated.Pattern, value);
            case IBinaryPatternOperation binary:
                return Match(binary.LeftPattern, value).And(Match(binary.RightPattern, value));
            case IRelationalPatternOperation:
                return value;
            case IRecursivePatternOperation recursive:
                value = OfType(value, recursive.MatchedType);
                AssignMatched(recursive.DeclaredSymbol, recursive.DeclaredSymbol is null ? value : InHand(recursive, value));
                return Recursive(recursive, value);
            case IListPatternOperation list:
                AssignMatched(list.DeclaredSymbol, value);
                return Listed(list, value);
            case ISlicePatternOperation { Pattern: { } rest }:
                return Match(rest, rest.InputType is IArrayTypeSymbol ? Sliced(rest, value) : Asked(pattern, ((ISlicePatternOperation)pattern).SliceSymbol, value, pattern.InputType, FlowValue.None) ?? value);
            default:
                return FlowValue.None;
        }
    }

    /// <summary>Each element of an array at its place; what stands behind a slice, and what no array holds, may be any of them.</summary>
    private FlowValue Listed(IListPatternOperation list, FlowValue value)
    {
        var isPlaceKnown = list.InputType is IArrayTypeSymbol;
        var told = isPlaceKnown || CompilerCalls.FitsAny(list) ? FlowValue.None : Asked(list, list.LengthSymbol, value, list.NarrowedType, FlowValue.None) ?? FlowValue.None;
        var place = 0;
        for (; place < list.Patterns.Length; place++)
        {
            var inner = list.Patterns[place];
            isPlaceKnown &= inner is not ISlicePatternOperation;
            told = told.And(Match(inner, inner is ISlicePatternOperation ? value : ElementAt(inner)));
        }

        return told;

        FlowValue ElementAt(IPatternOperation inner)
            => (inner is IDiscardPatternOperation || list.InputType is IArrayTypeSymbol ? null : Asked(list, list.IndexerSymbol, value, list.NarrowedType, FlowValue.None))
                ?? store.Read(value, isPlaceKnown ? Segment.At(place) : Segment.Elements).With(value.Taints);
    }

    private FlowValue Recursive(IRecursivePatternOperation recursive, FlowValue value)
    {
        var told = FlowValue.None;
        var parts = recursive.DeconstructSymbol is IMethodSymbol deconstruct ? Apart(recursive, deconstruct, recursive.MatchedType, value, ReadsIn(recursive.Syntax)) : null;
        for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
        {
            var part = parts is null ? store.Read(value, Segment.Item(i + 1)).With(value.Taints) : i < parts.Length ? parts[i] : FlowValue.None;
            told = told.And(Match(recursive.DeconstructionSubpatterns[i], part));
        }

        foreach (var property in recursive.PropertySubpatterns)
        {
            var part = FlowValue.None;
            if (property.Member is IMemberReferenceOperation member)
            {
                part = Labelled(property.Member) ?? (member is IPropertyReferenceOperation { Property: var named } && Known.IsCount(named)
                    ? FlowValue.None
                    : Asked(property, member.Member, value, recursive.MatchedType, FlowValue.None) ?? store.Read(value, Segment.Of(member.Member)).With(IsFromElsewhere(member.Member) ? value.Taints : []));
            }

            told = told.And(Match(property.Pattern, part));
        }

        return told;
    }

    /// <summary>Without the objects that are known to be of another type, and where all that is left are objects that the program made, without the texts and numbers that lay beside them.</summary>
    private FlowValue OfType(FlowValue value, ITypeSymbol? type)
    {
        if (type is not { TypeKind: TypeKind.Class } || value.Objects.IsEmpty)
        {
            return value;
        }

        value = value.Where(one => (one as MadeObject)?.Type is not { TypeKind: TypeKind.Class } known || Known.MayBe(known, type));
        if (value.Taints.IsEmpty || value.Objects.IsEmpty || !IsOurs(type))
        {
            return value;
        }

        foreach (var one in value.Objects)
        {
            if (one is not MadeObject { Type.TypeKind: TypeKind.Class, Function: null } || store.Heap.Find(one, Segment.Unknown) is { IsNone: false })
            {
                return value;
            }
        }

        return new FlowValue(value.Taints.Where(static taint => !(taint.Origin is ReadOrigin { Read.Read.Member: var member } && Known.IsSimple(TypeOf(member)))), value.Objects);
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol called => called.ReturnType,
        _ => null,
    };

    private FlowValue? Labelled(IReadOnlyList<LabelledRead> reads, ISymbol member)
    {
        var found = reads.Where(read => SymbolEqualityComparer.Default.Equals(read.Read.Member, member)).ToArray();
        return found.Length == 0 ? null : FlowValue.Of(found.Select(read => Source(read, PurposesAt(read.Read.Syntax))));
    }

    private void AssignMatched(ISymbol? variable, FlowValue value)
    {
        if (variable is not null)
        {
            AssignVariable(variable, value);
        }
    }
}
