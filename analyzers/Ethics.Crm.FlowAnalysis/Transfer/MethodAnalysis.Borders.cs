using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Borders;
using Ethics.Crm.FlowAnalysis.Endpoints.Declassifiers;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Values that are put behind a label: what goes in is judged there, by the labels on both sides.</summary>
internal sealed partial class MethodAnalysis
{
    private readonly Dictionary<IMethodSymbol, Sink?> results = new(SymbolEqualityComparer.Default);

    /// <summary>Variables that refer to a labelled member, and its border.</summary>
    private readonly Dictionary<ISymbol, Sink> referred = new(SymbolEqualityComparer.Default);

    /// <summary>A value is put into a member or an element. Back comes what lies there: behind a label nothing, for what comes out carries the member's own.</summary>
    private FlowValue Cross(IOperation target, FlowValue value)
    {
        if (value.IsNone || BorderAt(target) is not { } border)
        {
            return value;
        }

        Cross(border, target.Syntax is EqualsValueClauseSyntax initializer ? initializer.Value : target.Syntax, target.Type, value);
        return border.Kind == SinkKind.Storage ? Stored(value, border)
            : target is IPropertyReferenceOperation { Property.SetMethod: { } setter } property && Runs(setter, property) ? Crossed(value, border, setter)
            : target is IPropertyReferenceOperation { Property: var kept } && IsSeenOtherwise(kept) ? value
            : FlowValue.None;
    }

    /// <summary>What has been told where it lost its label is not told again where it is taken out of that member and put back.</summary>
    private static FlowValue Stored(FlowValue value, Sink border)
    {
        var known = ImmutableArray.Create(border.Key);
        return value.Select(taint => taint.At(known));
    }

    /// <summary>What somebody wrote behind a labelled property gets the value: it has been judged, for the getter and for the code of the setter.</summary>
    private FlowValue Crossed(FlowValue value, Sink border, IMethodSymbol setter)
    {
        var known = CodeOf(setter) is { IsUndeclared: false, IsUnknown: false } code ? Keys(code.Names).Add(border.Key) : ImmutableArray.Create(border.Key);
        return value.Select(taint => taint.At(known));
    }

    /// <summary>Whether what a labelled member keeps may be read through a base or an interface that says nothing of a label.</summary>
    private static bool IsSeenOtherwise(IPropertySymbol property)
        => !property.IsIndexer && (property.IsOverride || Segment.Of(property) != SymbolNames.FullName(property.OriginalDefinition));

    private void Cross(Sink border, SyntaxNode syntax, ITypeSymbol? type, FlowValue value)
    {
        foreach (var taint in Carried(value, type, border, 0).Taints)
        {
            Disclose(taint, syntax, border.Name, border, ImmutableArray<string>.Empty, taint.Trail);
        }
    }

    /// <summary>An argument goes through a labelled parameter: that is its border, and the code behind it is none. False for a parameter without label.</summary>
    private bool Cross(IParameterSymbol? parameter, ITypeSymbol? receiver, IOperation argument, FlowValue value)
    {
        if (parameter is null)
        {
            return false;
        }

        var border = purposes.Borders.IsKeyed(parameter, receiver) && argument.Parent is IArgumentOperation given && bodies.OperationAt(given.Syntax, cancellationToken) is { } whole
            ? purposes.Borders.UnderKey(whole, parameter, receiver, cancellationToken) ?? purposes.Borders.OfParameter(parameter, receiver, cancellationToken)
            : purposes.Borders.OfParameter(parameter, receiver, cancellationToken);
        if (border is null)
        {
            return false;
        }

        if (!value.IsNone && parameter.RefKind != RefKind.Out)
        {
            Cross(border, argument.Syntax, argument.Type, value);
        }

        return border.Kind == SinkKind.Border;
    }

    /// <summary>An implementation may have a label where what is called has none.</summary>
    private void Cross(IPropertyReferenceOperation property, IEnumerable<IMethodSymbol> setters, FlowValue value)
    {
        if (value.IsNone || BorderOf(property) is { Kind: SinkKind.Border })
        {
            return;
        }

        foreach (var kept in setters.Select(static setter => setter.AssociatedSymbol).OfType<IPropertySymbol>().Where(kept => !SymbolEqualityComparer.Default.Equals(kept.OriginalDefinition, property.Property.OriginalDefinition)))
        {
            if (purposes.Borders.Of(kept, null, cancellationToken) is { Kind: SinkKind.Border } border)
            {
                Cross(border, property.Syntax, property.Type, value);
            }
        }
    }

    /// <summary>A variable becomes another name of a place.</summary>
    private void Refer(ISymbol variable, IOperation place)
    {
        if (BorderAt(place) is { Kind: SinkKind.Border } border)
        {
            referred[variable] = border;
        }
        else
        {
            referred.Remove(variable);
        }
    }

    /// <summary>What a method puts into the collection that it is called on, or copies into one that it is handed.</summary>
    private void CrossInto(IMethodSymbol target, IOperation? instance, FlowValue owner, IReadOnlyList<GivenArgument> arguments, FlowValue[] values)
    {
        if (CollectionWrites.IsCopyOut(target))
        {
            Fill(instance, owner, arguments, values);
            return;
        }

        if (instance is null || !CollectionWrites.Is(target) || values.All(static value => value.IsNone) || BorderOfElements(instance, owner) is not { } border)
        {
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            Cross(border, arguments[i].Value.Syntax, arguments[i].Value.Type, values[i]);
        }
    }

    private void Fill(IOperation? instance, FlowValue owner, IReadOnlyList<GivenArgument> arguments, FlowValue[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!Known.IsFilled(arguments[i].Value.Type) || Through(arguments[i].Value) is not IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member || BorderOf(member) is not { } border)
            {
                continue;
            }

            Cross(border, arguments[i].Value.Syntax, instance?.Type, owner);
            for (var from = 0; from < i; from++)
            {
                Cross(border, arguments[i].Value.Syntax, arguments[from].Value.Type, values[from]);
            }
        }
    }

    /// <summary>What a method with a label hands out is judged where it does.</summary>
    private void CrossResult(IOperation given, FlowValue value)
    {
        if (value.IsNone)
        {
            return;
        }

        if (!results.TryGetValue(graph.Of, out var border))
        {
            border = BorderOfResult(graph.Of);
            results.Add(graph.Of, border);
        }

        if (border is not null)
        {
            Cross(border, given.Syntax, Known.Awaited(given.Type), value);
        }
    }

    private Sink? BorderOfResult(IMethodSymbol of)
    {
        // What the compiler or the generator keeps behind a property came through its border.
        if (of.AssociatedSymbol is IPropertySymbol property && (of.MethodKind != MethodKind.PropertyGet || IsAutomatic(property)))
        {
            return null;
        }

        var border = Anonymizers.Is(purposes, of) ? null : purposes.Borders.Of((of.AssociatedSymbol as IPropertySymbol) ?? (ISymbol)of, null, cancellationToken);
        return border is { Kind: SinkKind.Border } ? border : null;
    }

    private Sink? BorderAt(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local.IsRef: true } local:
                return referred.TryGetValue(local.Local, out var place) ? place : null;
            case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member:
                if (BorderOf(member) is { Kind: SinkKind.Border } own)
                {
                    return own;
                }

                // An element of a labelled collection, or a part of what a labelled member holds.
                return member is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed } && Known.IsCollection(indexed.Type)
                    ? BorderOfElements(indexed, null)
                    : BorderAround(member) ?? BorderOf(member);
            case IArrayElementReferenceOperation element:
                return BorderOfElements(element.ArrayReference, null);
            case IImplicitIndexerReferenceOperation element:
                return BorderOfElements(element.Instance, null);
            case IInlineArrayAccessOperation element:
                return BorderOfElements(element.Instance, null);
            case IInvocationOperation { TargetMethod: var accessor } when UnsafeAccessors.MayBe(accessor) && UnsafeAccessors.Reached(accessor) is IFieldSymbol field:
                return purposes.Borders.Of(field, null, cancellationToken);
            default:
                return null;
        }
    }

    private Sink? BorderOf(IMemberReferenceOperation member)
    {
        var receiver = member.Instance?.Type;
        return purposes.Borders.IsKeyed(member.Member, receiver) && bodies.OperationAt(member.Syntax, cancellationToken) is { } whole
            ? purposes.Borders.UnderKey(whole, member.Member, receiver, cancellationToken) ?? purposes.Borders.Of(member.Member, receiver, cancellationToken)
            : purposes.Borders.Of(member.Member, receiver, cancellationToken);
    }

    private Sink? BorderAround(IMemberReferenceOperation part)
        => part.Instance is { } instance && Through(instance) is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } whole && BorderOf(whole) is { Kind: SinkKind.Border } border ? border : null;

    /// <summary>The border of a collection: the member that holds it, seen here or known from where it was read.</summary>
    /// <param name="owner">What is known of it; null where that has not been asked.</param>
    private Sink? BorderOfElements(IOperation collection, FlowValue? owner)
    {
        if (Through(collection) is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member)
        {
            return BorderOf(member);
        }

        foreach (var taint in (owner ?? Evaluate(collection)).Taints)
        {
            if (taint.Origin is ReadOrigin { Read: { Read: var read } } && Known.IsCollection(read.Operation.Type))
            {
                return purposes.Borders.Of(read.Member, null, cancellationToken) is { Kind: SinkKind.Border } border ? border : null;
            }
        }

        return null;
    }

    /// <summary>The labels that go along with a value: its own, those of the elements of a collection, and of parts of an object that have no label of their own.</summary>
    private FlowValue Carried(FlowValue value, ITypeSymbol? type, Sink border, int depth)
    {
        type = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;
        if (value.Objects.IsEmpty || depth > AccessPath.Deepest || Known.IsSimple(type))
        {
            return FlowValue.Of(value.Taints);
        }

        var all = FlowValue.Of(value.Taints);
        if (Known.IsCollection(type) || type is { SpecialType: SpecialType.System_Object })
        {
            all = all.With(Carried(store.Read(value, Segment.Elements), ElementType(type), border, depth + 1).Taints);
            return Known.IsDictionary(type) ? all.With(store.Read(value, Segment.Keys).Taints) : all;
        }

        if (border.Kind == SinkKind.Border && IsOurs(type))
        {
            foreach (var part in Known.PartsOf(type).Where(part => purposes.Labels.Of(part, cancellationToken).IsEmpty))
            {
                all = all.With(Carried(store.Read(value, Segment.Of(part)), (part as IPropertySymbol)?.Type ?? (part as IFieldSymbol)?.Type, border, depth + 1).Taints);
            }
        }

        return all;
    }

    /// <summary>The whole assignment of which a left side is told.</summary>
    private static SyntaxNode AssignmentOf(SyntaxNode target)
    {
        var whole = target;
        while (whole.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax tuple })
        {
            whole = tuple;
        }

        return whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole ? assignment : target;
    }
}
