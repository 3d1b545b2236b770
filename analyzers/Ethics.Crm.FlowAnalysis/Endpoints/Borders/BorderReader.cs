using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Borders;

/// <summary>Where values are kept behind a label: members, parameters and results that have one, and members of entities and persons that lack one. Thread-safe.</summary>
internal sealed class BorderReader(PolicyTable? table, ReceiverLabels labels, KeyedReads keys, StoredTypes stored)
{
    private readonly ConcurrentDictionary<ISymbol, IPropertySymbol?> properties = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Sink?> members = new(SameObject.Instance);
    private readonly ConcurrentDictionary<(ImmutableArray<DeclaredLabel> From, ImmutableArray<DeclaredLabel> To), Widening?> widenings = new();

    /// <summary>Whether what lies there depends on a key: then <see cref="UnderKey"/> knows.</summary>
    public bool IsKeyed(ISymbol member, ITypeSymbol? receiver) => keys.MayBe(member, receiver);

    /// <summary>The border at a property, field, parameter, or a method for its result. Null for what keeps nothing and says nothing.</summary>
    /// <param name="receiver">The type of the object on which it is used; null when there is none.</param>
    public Sink? Of(ISymbol member, ITypeSymbol? receiver, CancellationToken cancellationToken)
    {
        // Of a base class the policy may name what the derived one has, and an entity may inherit.
        if (receiver is not null && !SymbolEqualityComparer.Default.Equals(receiver.OriginalDefinition, member.ContainingType?.OriginalDefinition))
        {
            return Find(member, receiver, cancellationToken);
        }

        var definition = member.OriginalDefinition;
        if (!members.TryGetValue(definition, out var border))
        {
            border = Find(definition, receiver, cancellationToken);
            members.TryAdd(definition, border);
        }

        return border;
    }

    /// <summary>The border behind the keys of this use of a member. Null where nothing labelled lies under them.</summary>
    /// <param name="operation">As it stands in the program, with its constant arguments.</param>
    public Sink? UnderKey(IOperation operation, ISymbol member, ITypeSymbol? receiver, CancellationToken cancellationToken)
        => keys.Of(operation, member, receiver, cancellationToken) is { Labels.IsEmpty: false } found
            ? Sink.Border(new MemberRead(member, operation, operation.Syntax) { Key = found.Key }.Name, Segment.Of(member) + found.Key, found.Labels, member)
            : null;

    /// <summary>The border at a parameter: its own, or that of the property that a record makes of it.</summary>
    public Sink? OfParameter(IParameterSymbol parameter, ITypeSymbol? receiver, CancellationToken cancellationToken)
        => parameter.ContainingType is { IsRecord: true } && properties.GetOrAdd(parameter.OriginalDefinition, PropertyOf) is { } property && Of(property, null, cancellationToken) is { } border ? border : Of(parameter, receiver, cancellationToken);

    /// <summary>What the labels there let data do that its own do not. Null when nothing.</summary>
    public Widening? WideningOf(LabelledRead read, Sink border)
    {
        var key = (read.Labels, border.Labels);
        if (!widenings.TryGetValue(key, out var widening))
        {
            widening = table is null ? null : Widening.Of(table, read.Labels.Select(static label => label.Label).ToArray(), border.Labels.Select(static label => label.Label).ToArray());
            widenings.TryAdd(key, widening);
        }

        return widening;
    }

    private Sink? Find(ISymbol member, ITypeSymbol? receiver, CancellationToken cancellationToken)
    {
        var found = labels.Of(member, receiver, cancellationToken);
        if (!found.IsEmpty)
        {
            return Sink.Border(SymbolNames.Display(member), Segment.Of(member is IMethodSymbol { AssociatedSymbol: { } property } ? property : member), found, member);
        }

        return stored.Keeps(member, receiver, cancellationToken) ? Sink.Storage(SymbolNames.Display(member), Segment.Of(member), member) : null;
    }

    private static IPropertySymbol? PropertyOf(ISymbol symbol)
        => symbol is IParameterSymbol parameter && parameter is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record } constructor } && (constructor.DeclaringSyntaxReferences.IsEmpty || Initializers.IsPrimary(constructor))
            ? record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(property => SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type))
            : null;
}
