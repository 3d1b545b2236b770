using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Calls;

/// <summary>What an object of a known type runs.</summary>
internal sealed partial class CallTargets
{
    /// <summary>What an object of this type runs: several where it implements one generic interface more than once.</summary>
    private static IReadOnlyList<IMethodSymbol> Resolve(ITypeSymbol type, IMethodSymbol called, IReadOnlyList<IMethodSymbol> candidates)
    {
        if (called.ContainingType.TypeKind == TypeKind.Interface && type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } made && Implementing(made, called) is { } run)
        {
            var found = candidates.Where(run.Contains).ToArray();

            // What a class of a library implements it by is told of the member of the interface.
            return found.Length == 0 && candidates.Contains(called, SymbolEqualityComparer.Default) ? [called] : found;
        }

        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            var own = candidates.Where(candidate => SymbolEqualityComparer.Default.Equals(candidate.ContainingType, current.OriginalDefinition)).ToArray();
            if (own.Length > 0)
            {
                return own;
            }
        }

        return called.IsAbstract && !candidates.Contains(called, SymbolEqualityComparer.Default) ? [] : [called];
    }

    /// <summary>What an object runs of which the type is known. Null where the compiler does not say.</summary>
    public static IMethodSymbol? RunBy(ITypeSymbol type, IMethodSymbol called)
    {
        if (called.ContainingType.TypeKind == TypeKind.Interface)
        {
            return type is INamedTypeSymbol made && Implementing(made, called) is { Count: 1 } run ? run.First() : null;
        }

        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.OriginalDefinition.GetMembers(called.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = member; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, called))
                    {
                        return member.OriginalDefinition;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>By what a class or struct implements a member of an interface, of each form of that which it has. Null where the compiler does not say.</summary>
    private static HashSet<IMethodSymbol>? Implementing(INamedTypeSymbol type, IMethodSymbol called)
    {
        HashSet<IMethodSymbol>? found = null;
        foreach (var contract in type.AllInterfaces.Where(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, called.ContainingType)))
        {
            var asked = contract.GetMembers(called.Name).FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, called));
            if (asked is null || type.FindImplementationForInterfaceMember(asked) is not IMethodSymbol implementation)
            {
                return null;
            }

            found ??= new(SymbolEqualityComparer.Default);
            found.Add(MostDerived(implementation.OriginalDefinition, type));
        }

        return found;
    }

    /// <summary>The compiler tells which method a base implements the contract by; what runs is its override in this type, or between the two.</summary>
    private static IMethodSymbol MostDerived(IMethodSymbol implementation, INamedTypeSymbol type)
    {
        if (implementation.IsVirtual || implementation.IsAbstract || implementation.IsOverride)
        {
            for (var current = type; current is not null && !SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, implementation.ContainingType); current = current.BaseType)
            {
                foreach (var candidate in current.GetMembers(implementation.Name).OfType<IMethodSymbol>())
                {
                    for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                    {
                        if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, implementation))
                        {
                            return candidate.OriginalDefinition;
                        }
                    }
                }
            }
        }

        return implementation;
    }
}
