using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Calls;

/// <summary>The methods of this compilation that a call through an interface, an abstract or a virtual member may run.</summary>
internal sealed class CallTargets(Compilation compilation, CancellationToken cancellationToken)
{
    private readonly Lazy<Dictionary<ISymbol, List<IMethodSymbol>>> implementations = new(() => Implementations(compilation, cancellationToken));
    private readonly Dictionary<ISymbol, IReadOnlyList<IMethodSymbol>> sorted = new(SymbolEqualityComparer.Default);

    /// <summary>The method itself where it is called by name; else all that the receiver may have. Empty where no body of this compilation is known.</summary>
    /// <param name="seenAs">The type of what the call is made on, as it is written there; null for a static one.</param>
    public IReadOnlyList<IMethodSymbol> Of(IMethodSymbol method, bool isVirtual, FlowValue receiver, ITypeSymbol? seenAs)
    {
        var definition = method.OriginalDefinition;
        if (!isVirtual || !(definition.IsVirtual || definition.IsAbstract || definition.IsOverride || definition.ContainingType.TypeKind == TypeKind.Interface))
        {
            return [definition];
        }

        var all = ImplementationsOf(definition);
        var candidates = (definition.IsAbstract ? all : all.Append(definition)).Where(candidate => CanBe(seenAs, candidate.ContainingType)).ToList();
        if (candidates.Count > 1 && seenAs is { TypeKind: TypeKind.Class })
        {
            Narrow(seenAs, candidates);
        }

        if (candidates.Count < 2 || receiver.Objects.IsEmpty || !receiver.Objects.All(static one => one is MadeObject { Type: not null }))
        {
            return candidates;
        }

        // Where each receiver was made here, its type is known.
        var types = receiver.Objects.Select(static one => ((MadeObject)one).Type!.OriginalDefinition).ToArray();
        var run = new HashSet<IMethodSymbol>(types.SelectMany(type => Resolve(type, definition, candidates)), SymbolEqualityComparer.Default);
        return candidates.Where(run.Contains).ToArray();
    }

    /// <summary>What a class overrides, its objects do not run, whatever they are seen as.</summary>
    private static void Narrow(ITypeSymbol seenAs, List<IMethodSymbol> candidates)
    {
        for (ITypeSymbol? current = seenAs; current is not null; current = current.BaseType)
        {
            if (candidates.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.ContainingType, current.OriginalDefinition)))
            {
                candidates.RemoveAll(candidate => candidate.ContainingType.TypeKind == TypeKind.Class && !SymbolEqualityComparer.Default.Equals(candidate.ContainingType, current.OriginalDefinition) && IsA(current, candidate.ContainingType));
                return;
            }
        }
    }

    private IReadOnlyList<IMethodSymbol> ImplementationsOf(IMethodSymbol definition)
    {
        if (!sorted.TryGetValue(definition, out var found))
        {
            sorted.Add(definition, found = implementations.Value.TryGetValue(definition, out var known) ? MethodOrder.Sorted(known).ToArray() : []);
        }

        return found;
    }

    /// <summary>All that a call of the method may run, whatever it is made on.</summary>
    public IEnumerable<IMethodSymbol> AllOf(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        return implementations.Value.TryGetValue(definition, out var known) ? known.Append(definition) : [definition];
    }

    /// <summary>Whether something that is seen as one type may run a member of the other.</summary>
    private static bool CanBe(ITypeSymbol? seenAs, INamedTypeSymbol type)
        => seenAs is not { TypeKind: TypeKind.Class or TypeKind.Array or TypeKind.Struct } || type.TypeKind == TypeKind.Interface || IsA(seenAs, type) || IsA(type, seenAs);

    private static bool IsA(ITypeSymbol type, ITypeSymbol wanted)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, wanted.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an object of this type runs: several where it implements one generic interface more than once.</summary>
    private static IReadOnlyList<IMethodSymbol> Resolve(ITypeSymbol type, IMethodSymbol called, IReadOnlyList<IMethodSymbol> candidates)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            var own = candidates.Where(candidate => SymbolEqualityComparer.Default.Equals(candidate.ContainingType, current.OriginalDefinition)).ToArray();
            if (own.Length > 0)
            {
                return own;
            }
        }

        var defaults = candidates.Where(candidate => candidate.ContainingType.TypeKind == TypeKind.Interface && !SymbolEqualityComparer.Default.Equals(candidate, called) && type.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, candidate.ContainingType))).ToArray();
        return defaults.Length > 0 ? defaults : called.IsAbstract ? [] : [called];
    }

    private static Dictionary<ISymbol, List<IMethodSymbol>> Implementations(Compilation compilation, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ISymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var inner in pending.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                pending.Push(inner);
                if (inner is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                {
                    Add(type, found);
                }
            }
        }

        return found;
    }

    private static void Add(INamedTypeSymbol type, Dictionary<ISymbol, List<IMethodSymbol>> found)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                Put(overridden.OriginalDefinition, method);
            }
        }

        foreach (var member in type.AllInterfaces.SelectMany(static contract => contract.GetMembers()))
        {
            if (member is IMethodSymbol asked && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation && !SymbolEqualityComparer.Default.Equals(implementation.OriginalDefinition, asked.OriginalDefinition))
            {
                Put(asked.OriginalDefinition, MostDerived(implementation.OriginalDefinition, type));
            }
        }

        // The compiler tells which method a base implements the contract by; what runs is its override in this type, or between the two.
        static IMethodSymbol MostDerived(IMethodSymbol implementation, INamedTypeSymbol type)
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

        void Put(ISymbol called, IMethodSymbol runs)
        {
            if (!found.TryGetValue(called, out var all))
            {
                found.Add(called, all = []);
            }

            if (!runs.IsAbstract && !all.Contains(runs, SymbolEqualityComparer.Default))
            {
                all.Add(runs);
            }
        }
    }
}
