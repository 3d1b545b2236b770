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
    private readonly ConcurrentDictionary<(INamedTypeSymbol Receiver, ISymbol Member), ImmutableArray<DeclaredLabel>> cache = new(KeyComparer.Instance);

    /// <summary>All labels of the member: its own, and those of the type it is read on.</summary>
    /// <param name="receiver">Null when there is no object.</param>
    public ImmutableArray<DeclaredLabel> Of(ISymbol member, ITypeSymbol? receiver, CancellationToken cancellationToken)
    {
        var own = members.Of(member, cancellationToken);
        if (Class(receiver) is not { } type || member.ContainingType is not { TypeKind: TypeKind.Class } declaring)
        {
            return own;
        }

        if (SymbolEqualityComparer.Default.Equals(type, declaring.OriginalDefinition))
        {
            return own;
        }

        var key = (type, member.OriginalDefinition);
        if (!cache.TryGetValue(key, out var inherited))
        {
            inherited = Read(type, key.Item2, cancellationToken);
            cache.TryAdd(key, inherited);
        }

        return inherited.IsEmpty ? own : own.AddRange(inherited);
    }

    /// <summary>The class that a type is or, for a type parameter, must derive from; null for any other type.</summary>
    public static INamedTypeSymbol? Class(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Class } named => named.OriginalDefinition,
        ITypeParameterSymbol parameter => Constraint(parameter, ImmutableHashSet<ISymbol?>.Empty.WithComparer(SymbolEqualityComparer.Default)),
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

    private sealed class KeyComparer : IEqualityComparer<(INamedTypeSymbol Receiver, ISymbol Member)>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals((INamedTypeSymbol Receiver, ISymbol Member) x, (INamedTypeSymbol Receiver, ISymbol Member) y)
            => SymbolEqualityComparer.Default.Equals(x.Receiver, y.Receiver) && SymbolEqualityComparer.Default.Equals(x.Member, y.Member);

        public int GetHashCode((INamedTypeSymbol Receiver, ISymbol Member) key)
            => (SymbolEqualityComparer.Default.GetHashCode(key.Receiver) * 397) ^ SymbolEqualityComparer.Default.GetHashCode(key.Member);
    }
}
