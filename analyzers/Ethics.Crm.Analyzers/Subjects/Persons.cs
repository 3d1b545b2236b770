using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Analyzers.Labels;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Subjects;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Subjects;

/// <summary>Which types of a project hold labelled data, and whether their objects say whose it is.</summary>
internal sealed class Persons(PurposeContext purposes)
{
    private readonly HandWrittenFiles files = new();

    /// <summary>The first member that makes a type one with labelled data of its own and no key; null for every other type.</summary>
    public ISymbol? LabelledWithoutKey(INamedTypeSymbol type, CancellationToken cancellationToken)
        => IsHeld(type, cancellationToken)
            && FirstLabelled(type, cancellationToken) is { } labelled
            && SubjectKeyMembers.Of(type).IsEmpty
                ? labelled
                : null;

    /// <summary>Its keys of which no text can be made; those that it inherits are told where they are declared.</summary>
    public ImmutableArray<(ISymbol Member, ITypeSymbol Type)> KeysWithoutText(INamedTypeSymbol type, CancellationToken cancellationToken)
        => IsHeld(type, cancellationToken)
            ? SubjectKeyMembers.Of(type).Where(key => SymbolEqualityComparer.Default.Equals(key.Member.ContainingType, type) && !IdText.IsPossible(key.Type)).ToImmutableArray()
            : ImmutableArray<(ISymbol, ITypeSymbol)>.Empty;

    /// <summary>What a type inherits that looks like an id, has a text, and can be read by it: its base class may be nobody's to edit. Null when there is none.</summary>
    public IPropertySymbol? InheritedId(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (member is { Name: "Id" or "ID", IsStatic: false, GetMethod: { } getter } && IdText.IsPossible(member.Type) && purposes.Compilation.IsSymbolAccessibleWithin(getter, type))
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>All types of the project that lack a key, in the order of its source; and whether any type has one.</summary>
    public (ImmutableArray<INamedTypeSymbol> Without, bool HasAny) Survey(CancellationToken cancellationToken)
    {
        var without = new List<INamedTypeSymbol>();
        var hasAny = false;
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(purposes.Compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var container in pending.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                pending.Push(container);
                if (container is INamedTypeSymbol type)
                {
                    hasAny = hasAny || !SubjectKeyMembers.Of(type).IsEmpty;
                    if (LabelledWithoutKey(type, cancellationToken) is not null)
                    {
                        without.Add(type);
                    }
                }
            }
        }

        return (without.OrderBy(type => LocationOf(type, cancellationToken), SourceOrder.Instance).ToImmutableArray(), hasAny);
    }

    /// <summary>Where a person wrote it; the first part of a partial type, whatever the order of the files.</summary>
    public Location LocationOf(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.Locations.Where(location => location.SourceTree is { } tree && files.Contains(tree, cancellationToken)).OrderBy(location => location, SourceOrder.Instance).First();

    /// <summary>Objects of it can exist, and a person wrote it.</summary>
    private bool IsHeld(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsImplicitlyDeclared: false }
            && type.Locations.Any(location => location.SourceTree is { } tree && files.Contains(tree, cancellationToken));

    private ISymbol? FirstLabelled(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.GetMembers().FirstOrDefault(member => member is { IsStatic: false } and (IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsImplicitlyDeclared: false })
            && !purposes.Labels.Of(member, cancellationToken).IsEmpty);
}
