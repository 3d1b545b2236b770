using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Who calls whom in this compilation, and which methods read labelled members: collected while the compiler works.</summary>
internal sealed class CallIndex
{
    private readonly ConcurrentDictionary<ISymbol, ConcurrentDictionary<IMethodSymbol, byte>> callers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, byte> readers = new(SymbolEqualityComparer.Default);

    public bool HasReaders => !readers.IsEmpty;

    public void AddReader(IMethodSymbol method) => readers.TryAdd(method.OriginalDefinition, 0);

    public void AddCall(IMethodSymbol caller, ISymbol callee)
        => callers.GetOrAdd(callee.OriginalDefinition, static _ => new ConcurrentDictionary<IMethodSymbol, byte>(SymbolEqualityComparer.Default)).TryAdd(caller.OriginalDefinition, 0);

    /// <summary>The methods into which a label can come from below: those that read one, and whoever calls them.</summary>
    public HashSet<IMethodSymbol> Reached()
    {
        var reached = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IMethodSymbol>(readers.Keys);
        while (pending.Count > 0)
        {
            var method = pending.Pop();
            if (!reached.Add(method))
            {
                continue;
            }

            foreach (var caller in CallersOf(method))
            {
                pending.Push(caller);
            }
        }

        return reached;
    }

    /// <summary>By what it may be called: itself, what it overrides, and what it implements.</summary>
    private static IEnumerable<IMethodSymbol> Names(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod?.OriginalDefinition)
        {
            yield return current;
        }

        foreach (var member in method.ContainingType.AllInterfaces.SelectMany(static contract => contract.GetMembers()))
        {
            if (member is IMethodSymbol asked && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(asked)?.OriginalDefinition, method))
            {
                yield return asked.OriginalDefinition;
            }
        }
    }

    private IEnumerable<IMethodSymbol> CallersOf(IMethodSymbol method)
    {
        foreach (var current in Names(method))
        {
            foreach (var name in new ISymbol?[] { current, current.AssociatedSymbol, current.PartialDefinitionPart, current.PartialImplementationPart })
            {
                if (name is not null && callers.TryGetValue(name, out var found))
                {
                    foreach (var caller in found.Keys)
                    {
                        yield return caller;
                    }
                }
            }
        }
    }
}
