using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Who calls whom in this compilation, and which methods read labelled members: collected while the compiler works.</summary>
internal sealed class CallIndex
{
    private readonly ConcurrentDictionary<ISymbol, ConcurrentDictionary<IMethodSymbol, byte>> callers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, byte> readers = new(SymbolEqualityComparer.Default);

    /// <summary>Looks at each use of a member while the compiler works.</summary>
    public void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
        => start.RegisterOperationAction(context => Look(context, purposes), LabelledReads.Kinds.Add(OperationKind.ObjectCreation));

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

    private void Look(OperationAnalysisContext context, PurposeContext purposes)
    {
        // An initializer runs with each constructor that does not call another one.
        var methods = context.ContainingSymbol switch
        {
            IMethodSymbol method => ImmutableArray.Create(method),
            IFieldSymbol or IPropertySymbol => context.ContainingSymbol.IsStatic ? context.ContainingSymbol.ContainingType.StaticConstructors : context.ContainingSymbol.ContainingType.InstanceConstructors,
            _ => ImmutableArray<IMethodSymbol>.Empty,
        };
        foreach (var method in methods)
        {
            if (MemberReads.Member(context.Operation) is { } member)
            {
                if (SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, purposes.Compilation.Assembly))
                {
                    AddCall(method, member);
                }

                if (purposes.Reads.MayBeLabelled(member, MemberReads.Receiver(context.Operation), context.CancellationToken) || purposes.Wholes.AreDisclosedBy(context.Operation, purposes.Sinks, context.CancellationToken))
                {
                    AddReader(method);
                }
            }
            else if (context.Operation is IObjectCreationOperation creation)
            {
                if (creation.Constructor is { } constructor && SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, purposes.Compilation.Assembly))
                {
                    AddCall(method, constructor);
                }

                if (purposes.Wholes.AreDisclosedBy(creation, purposes.Sinks, context.CancellationToken))
                {
                    AddReader(method);
                }
            }
            else if (!purposes.Reads.In(context.Operation, context.CancellationToken).IsEmpty)
            {
                AddReader(method);
            }
        }
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
