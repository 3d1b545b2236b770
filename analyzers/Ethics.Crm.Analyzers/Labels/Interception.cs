using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Labels;

/// <summary>A labelled property that nothing guards, or a labelled field of which another generator makes one, and why.</summary>
internal sealed record Unguarded(ISymbol Member, string Reason, PropertyRepair Repair)
{
    /// <summary>Where it is told.</summary>
    public Location Location { get; init; } = Member.Locations[0];
}

/// <summary>Which labelled properties of a project pass through the gate.</summary>
internal sealed class Interception(PurposeContext purposes)
{
    private readonly HandWrittenFiles files = new();

    public bool GuardsAny { get; } = GuardsClass.Names.Any(name => purposes.Compilation.ContainsSymbolsWithName(name, SymbolFilter.Type));

    private const string MadeByOthers = "another generator makes it, and only an implementation that Ethics.Crm generates asks the gate; label a partial property that nothing else implements";

    /// <summary>What a class inherits from one that knows nothing of the label and implements a labelled contract by: nobody asks who reads by the contract. Told at the class, which alone brings both together.</summary>
    public IEnumerable<Unguarded> InspectContracts(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        // The weaver gives such a class an implementation of its own (InheritedContracts).
        if (type.TypeKind != TypeKind.Class || type.Interfaces.IsEmpty || type.BaseType is not { SpecialType: not SpecialType.System_Object } above)
        {
            yield break;
        }

        var place = type.Locations.FirstOrDefault(location => location.IsInSource && files.Contains(location.SourceTree!, cancellationToken));
        foreach (var asked in place is null ? [] : type.AllInterfaces.Except(above.AllInterfaces, SymbolEqualityComparer.Default).OfType<INamedTypeSymbol>().SelectMany(static contract => contract.GetMembers()).OfType<IPropertySymbol>())
        {
            if (asked is { IsAbstract: true, IsStatic: false }
                && !(purposes.IsWeaving && !asked.ContainingType.IsGenericType)
                && !purposes.Labels.Of(asked, cancellationToken).IsEmpty
                && type.FindImplementationForInterfaceMember(asked) is IPropertySymbol { IsAbstract: false } implementing
                && !SymbolEqualityComparer.Default.Equals(implementing.ContainingType, type)
                && purposes.Labels.Of(implementing, cancellationToken).IsEmpty)
            {
                yield return new Unguarded(asked, $"'{SymbolNames.Display(type)}' implements it by '{SymbolNames.Display(implementing)}', which has no label; label that too, or implement it in the class", PropertyRepair.None) { Location = place! };
            }
        }
    }

    /// <summary>Null for a member that is neither a property nor a field, and for what is as it should be.</summary>
    public Unguarded? Inspect(ISymbol member, CancellationToken cancellationToken) => member switch
    {
        IPropertySymbol property => InspectProperty(property, cancellationToken),
        IFieldSymbol field => InspectField(field, cancellationToken),
        _ => null,
    };

    /// <summary>Null for a property without label, for one that is guarded, for one that only an implementation could guard, and for one of a type that a generator alone has written.</summary>
    private Unguarded? InspectProperty(IPropertySymbol property, CancellationToken cancellationToken)
    {
        // Asked first: it is known already, and most have none.
        if (purposes.Labels.Of(property, cancellationToken).IsEmpty
            || property.IsAbstract
            || property.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } type
            || property.Locations.IsEmpty
            || !property.Locations[0].IsInSource
            || PropertyParts.IsImplementing(property)
            || GuardsClass.Guards(type, property.Name)
            || (purposes.IsWeaving && Weaving.Reaches(property)))
        {
            return null;
        }

        var isMadeByOthers = !files.Contains(property.Locations[0].SourceTree!, cancellationToken);
        var obstacle = isMadeByOthers ? new InterceptionObstacle(MadeByOthers) : InterceptionObstacle.Of(property, purposes.IsGuarding, cancellationToken);
        if (obstacle is null)
        {
            return null;
        }

        if (!isMadeByOthers && !IsMarkedAsGenerated(property))
        {
            return new Unguarded(property, obstacle.Reason, obstacle.Repair);
        }

        // Nothing may be told at it, so it is told at its type.
        return type.Locations.FirstOrDefault(location => location.IsInSource && files.Contains(location.SourceTree!, cancellationToken)) is { } written ? new Unguarded(property, obstacle.Reason, PropertyRepair.None) { Location = written } : null;
    }

    /// <summary>The field is as private as it was; what everybody reads is the property that a generator makes of it, and that has a label only where somebody wrote one for it.</summary>
    private Unguarded? InspectField(IFieldSymbol field, CancellationToken cancellationToken)
    {
        if (purposes.Labels.Of(field, cancellationToken).IsEmpty || field.Locations.IsEmpty || !field.Locations[0].IsInSource || !OtherGenerators.Write(field))
        {
            return null;
        }

        var made = field.ContainingType.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => OtherGenerators.Names(field, property.Name));
        return made is not null && purposes.Labels.Of(made, cancellationToken).IsEmpty
            ? new Unguarded(field, $"another generator makes '{SymbolNames.Display(made)}' of it, which has no label; label that too, with [property: …] at the field", PropertyRepair.None)
            : null;
    }

    /// <summary>Where a generator has marked its own part, the property is generated to the compiler, wherever it is declared.</summary>
    private static bool IsMarkedAsGenerated(IPropertySymbol property) => property.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "GeneratedCodeAttribute", ContainingNamespace.Name: "Compiler" });

    /// <summary>All of the project's, in the order of its source.</summary>
    public ImmutableArray<Unguarded> FindAll(CancellationToken cancellationToken)
    {
        var found = new List<Unguarded>();
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(purposes.Compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var current = pending.Pop();
            if (current is INamedTypeSymbol type)
            {
                found.AddRange(InspectContracts(type, cancellationToken));
            }

            foreach (var member in current.GetMembers())
            {
                switch (member.Kind)
                {
                    case SymbolKind.Namespace or SymbolKind.NamedType:
                        pending.Push((INamespaceOrTypeSymbol)member);
                        break;
                    case SymbolKind.Property or SymbolKind.Field when Inspect(member, cancellationToken) is { } unguarded:
                        found.Add(unguarded);
                        break;
                }
            }
        }

        return found.OrderBy(one => one.Location, SourceOrder.Instance).ToImmutableArray();
    }
}
