using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Labels;

/// <summary>A labelled property that nothing guards, and why.</summary>
internal sealed record Unguarded(IPropertySymbol Property, string Reason, PropertyRepair Repair)
{
    public Location Location => Property.Locations[0];
}

/// <summary>Which labelled properties of a project pass through the gate.</summary>
internal sealed class Interception(PurposeContext purposes)
{
    private readonly HandWrittenFiles files = new();

    public bool GuardsAny { get; } = GuardsClass.Names.Any(name => purposes.Compilation.ContainsSymbolsWithName(name, SymbolFilter.Type));

    /// <summary>Null for a property without label, for one that is guarded, and for one that only an implementation could guard.</summary>
    public Unguarded? Inspect(IPropertySymbol property, CancellationToken cancellationToken)
    {
        // Asked first: it is known already, and most have none.
        if (purposes.Labels.Of(property, cancellationToken).IsEmpty
            || property.IsAbstract
            || property.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type
            || property.Locations.IsEmpty
            || !property.Locations[0].IsInSource
            || PropertyParts.IsImplementing(property)
            || GuardsClass.Guards(type, property.Name)
            || !files.Contains(property.Locations[0].SourceTree!, cancellationToken))
        {
            return null;
        }

        return InterceptionObstacle.Of(property, purposes.IsGuarding, cancellationToken) is { } obstacle
            ? new Unguarded(property, obstacle.Reason, obstacle.Repair)
            : null;
    }

    /// <summary>All of the project's, in the order of its source.</summary>
    public ImmutableArray<Unguarded> FindAll(CancellationToken cancellationToken)
    {
        var found = new List<Unguarded>();
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(purposes.Compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var member in pending.Pop().GetMembers())
            {
                switch (member.Kind)
                {
                    case SymbolKind.Namespace or SymbolKind.NamedType:
                        pending.Push((INamespaceOrTypeSymbol)member);
                        break;
                    case SymbolKind.Property when Inspect((IPropertySymbol)member, cancellationToken) is { } unguarded:
                        found.Add(unguarded);
                        break;
                }
            }
        }

        return found.OrderBy(one => one.Location, SourceOrder.Instance).ToImmutableArray();
    }
}
