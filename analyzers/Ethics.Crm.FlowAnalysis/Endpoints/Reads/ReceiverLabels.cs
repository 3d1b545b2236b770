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

    private static INamedTypeSymbol? Class(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Class } named => named.OriginalDefinition,
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.OfType<INamedTypeSymbol>().FirstOrDefault(constraint => constraint.TypeKind == TypeKind.Class)?.OriginalDefinition,
        _ => null,
    };

    private ImmutableArray<DeclaredLabel> Read(INamedTypeSymbol receiver, ISymbol member, CancellationToken cancellationToken)
    {
        var declaring = member.ContainingType;
        var canBeNamed = table is { HasFieldPatterns: true } && member is IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsConst: false } or IMethodSymbol;
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
