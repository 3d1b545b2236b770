using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>
/// Labels that an inherited member has only through the type it is read on: the policy names <c>Acme.User.Email</c>, which a framework's base class declares,
/// or an interface of the derived class labels what the base class implements.
/// </summary>
internal sealed class ReceiverLabels(PolicyTable? table, MemberLabels members)
{
    private readonly ConcurrentDictionary<ISymbol, ConcurrentDictionary<ISymbol, Inherited>> cache = new(SymbolEqualityComparer.Default);

    /// <summary>All labels of the member that an operation names: the object on which it does is looked at only where its type may say more.</summary>
    public ImmutableArray<DeclaredLabel> At(IOperation operation, ISymbol member, CancellationToken cancellationToken)
    {
        var known = members.Find(member, cancellationToken);
        return known.InheritedFrom is null ? known.Labels : Of(known, MemberReads.Receiver(operation), cancellationToken);
    }

    /// <summary>All labels of the member: its own, and those of the type it is read on.</summary>
    /// <param name="receiver">Null when there is no object.</param>
    public ImmutableArray<DeclaredLabel> Of(ISymbol member, ITypeSymbol? receiver, CancellationToken cancellationToken) => Of(members.Find(member, cancellationToken), receiver, cancellationToken);

    private ImmutableArray<DeclaredLabel> Of(DeclaredMember member, ITypeSymbol? receiver, CancellationToken cancellationToken)
    {
        if (receiver is null || member.InheritedFrom is not { } declaring || Class(receiver) is not { } type || SymbolEqualityComparer.Default.Equals(type, declaring))
        {
            return member.Labels;
        }

        var ofType = cache.GetOrAdd(type, static _ => new(SymbolEqualityComparer.Default));
        if (!ofType.TryGetValue(member.Definition, out var inherited))
        {
            inherited = new Inherited(Read(type, member.Definition, cancellationToken));
            ofType.TryAdd(member.Definition, inherited);
        }

        return inherited.Labels.IsEmpty ? member.Labels : member.Labels.AddRange(inherited.Labels);
    }

    /// <inheritdoc cref="DeclaredMember.HandsOut"/>
    public bool HandsOut(IMethodSymbol called, CancellationToken cancellationToken) => members.Find(called, cancellationToken).HandsOut;

    /// <summary>The class that a type is or, for a type parameter, must derive from; null for any other type.</summary>
    public static INamedTypeSymbol? Class(ITypeSymbol? type) => type?.TypeKind switch
    {
        TypeKind.Class => ((INamedTypeSymbol)type).OriginalDefinition,
        TypeKind.TypeParameter => Constraint((ITypeParameterSymbol)type, ImmutableHashSet<ISymbol?>.Empty.WithComparer(SymbolEqualityComparer.Default)),
        _ => null,
    };

    /// <param name="seen">Constraints in a circle are an error of the compiler, which analyses all the same.</param>
    private static INamedTypeSymbol? Constraint(ITypeParameterSymbol parameter, ImmutableHashSet<ISymbol?> seen)
    {
        if (seen.Contains(parameter))
        {
            return null;
        }

        INamedTypeSymbol? found = null;
        foreach (var constraint in parameter.ConstraintTypes)
        {
            var candidate = constraint is ITypeParameterSymbol other ? Constraint(other, seen.Add(parameter)) : Class(constraint);

            // Of `T : U, V` the more derived one says more, and its bases say the rest.
            if (candidate is not null && (found is null || DerivesFrom(candidate, found)))
            {
                found = candidate;
            }
        }

        return found;
    }

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableArray<DeclaredLabel> Read(INamedTypeSymbol receiver, ISymbol member, CancellationToken cancellationToken)
    {
        var declaring = member.ContainingType;
        var canBeNamed = table is { HasFieldPatterns: true } && member is IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsConst: false } or IMethodSymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol };
        var name = canBeNamed ? SymbolNames.LabelName(member).Substring(SymbolNames.FullName(declaring).Length) : "";
        var labels = ImmutableArray.CreateBuilder<DeclaredLabel>();
        for (var type = receiver; type is not null && !SymbolEqualityComparer.Default.Equals(type, declaring); type = type.BaseType?.OriginalDefinition)
        {
            if (canBeNamed)
            {
                var source = new LabelSource(SymbolNames.FullName(type) + name, null, null, []);
                labels.AddRange(table!.ResolveLabels(source).Select(label => new DeclaredLabel(member, source, label)));
            }

            foreach (var contract in type.Interfaces)
            {
                foreach (var candidate in contract.AllInterfaces.Add(contract).SelectMany(one => one.GetMembers(member.Name)))
                {
                    if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate)?.OriginalDefinition, member))
                    {
                        labels.AddRange(members.Of(candidate, cancellationToken));
                    }
                }
            }
        }

        return labels.ToImmutable();
    }

    /// <summary>An object and no value: the framework has the code of a table of objects ready, and that of every other is made anew in each build.</summary>
    private sealed record Inherited(ImmutableArray<DeclaredLabel> Labels);
}
