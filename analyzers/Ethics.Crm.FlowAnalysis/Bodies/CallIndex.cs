using System.Collections.Concurrent;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Who calls whom in this compilation, and which methods read labelled members: collected while the compiler works.</summary>
internal sealed class CallIndex
{
    private readonly Lazy<Dictionary<ISymbol, List<IMethodSymbol>>> callers;
    private readonly ConcurrentDictionary<ISymbol, ConcurrentDictionary<ISymbol, byte>> callees = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, byte> readers = new(SymbolEqualityComparer.Default);

    public CallIndex() => callers = new(TurnedRound);

    public Registrations Registrations { get; } = new();

    /// <summary>Looks at each use of a member while the compiler works.</summary>
    public void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
        => start.RegisterOperationAction(context => Look(context, purposes), LabelledReads.Kinds.Add(OperationKind.ObjectCreation).Add(OperationKind.EventReference).AddRange(ImplicitCalls.Kinds));

    public bool HasReaders => !readers.IsEmpty;

    public void AddReader(IMethodSymbol method) => readers.TryAdd(method.OriginalDefinition, 0);

    /// <summary>Only while the compiler works: who calls whom is turned round once, when it is asked for.</summary>
    public void AddCall(IMethodSymbol caller, ISymbol callee)
        => callees.GetOrAdd(caller.OriginalDefinition, static _ => new ConcurrentDictionary<ISymbol, byte>(1, 7, SymbolEqualityComparer.Default)).TryAdd((callee as IFieldSymbol)?.AssociatedSymbol?.OriginalDefinition ?? callee.OriginalDefinition, 0);

    /// <summary>The methods that read labelled members.</summary>
    public IEnumerable<IMethodSymbol> Readers => readers.Keys;

    /// <summary>The methods in which, or in what they call, a labelled member is read.</summary>
    public HashSet<IMethodSymbol> Reached()
    {
        var reached = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IMethodSymbol>(Readers);
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

    /// <summary>The methods that a method calls by name, accessors of its properties among them.</summary>
    public IEnumerable<IMethodSymbol> CalleesOf(IMethodSymbol method)
    {
        foreach (var name in new[] { method, method.PartialDefinitionPart })
        {
            foreach (var callee in name is not null && callees.TryGetValue(name, out var found) ? found.Keys : [])
            {
                if (callee is IMethodSymbol called)
                {
                    yield return called;
                }
                else if (callee is IPropertySymbol property)
                {
                    if (property.GetMethod is { } getter)
                    {
                        yield return getter;
                    }

                    if (property.SetMethod is { } setter)
                    {
                        yield return setter;
                    }
                }
                else if (callee is IEventSymbol { AddMethod: { } adder, RemoveMethod: { } remover })
                {
                    yield return adder;
                    yield return remover;
                }
            }
        }
    }

    /// <summary>The methods that name a static member, or call a constructor.</summary>
    public IEnumerable<IMethodSymbol> UsersOf(ISymbol member) => callers.Value.TryGetValue(member, out var found) ? found : [];

    private void Look(OperationAnalysisContext context, PurposeContext purposes)
    {
        var operation = context.Operation;
        if (MemberReads.Member(operation) is { } member)
        {
            if (member is IMethodSymbol called)
            {
                if (called.IsGenericMethod)
                {
                    purposes.Stored.Note(called);
                    Registrations.Note(called, operation);
                }
                else if (called.IsExtensionMethod || called.IsStatic)
                {
                    Registrations.Note(called, operation);
                }
            }

            if (member.Name == ReflectedMethods.Finder && operation is IInvocationOperation reflected && ReflectedMethods.Of(reflected) is { } found)
            {
                Note(context.ContainingSymbol, found, false);
            }

            var isLabelled = purposes.Reads.MayBeLabelled(member, MemberReads.Receiver(operation), context.CancellationToken) || purposes.Wholes.AreDisclosedBy(operation, purposes.Sinks, context.CancellationToken);
            var isCall = member is IMethodSymbol or IPropertySymbol or IFieldSymbol { IsStatic: true, IsConst: false } && IsOurs(member);
            if (isLabelled || isCall)
            {
                Note(context.ContainingSymbol, isCall ? member : null, isLabelled);
                if (isCall && operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both)
                {
                    foreach (var asked in ImplicitCalls.Deciding(both))
                    {
                        Note(context.ContainingSymbol, asked, false);
                    }
                }
            }
        }
        else if (operation is IObjectCreationOperation creation)
        {
            var isReader = purposes.Wholes.AreDisclosedBy(creation, purposes.Sinks, context.CancellationToken);
            var made = creation.Constructor is { } constructor && IsOurs(constructor) ? constructor : null;
            if (made is not null || isReader)
            {
                Note(context.ContainingSymbol, made, isReader);
            }
        }
        else if (operation is IEventReferenceOperation { Event: var listened })
        {
            if (IsOurs(listened))
            {
                Note(context.ContainingSymbol, listened, false);
            }
        }
        else if (LabelledReads.MayCall(operation))
        {
            foreach (var (read, _) in LabelledReads.CompilerCallsIn(operation))
            {
                if (read.Member is IMethodSymbol or IPropertySymbol && IsOurs(read.Member))
                {
                    Note(context.ContainingSymbol, read.Member, false);
                }
            }

            foreach (var method in ImplicitCalls.In(operation))
            {
                if (IsOurs(method))
                {
                    Note(context.ContainingSymbol, method, false);
                }
            }

            if (!purposes.Reads.In(operation, context.CancellationToken).IsEmpty)
            {
                Note(context.ContainingSymbol, null, true);
            }
        }

        bool IsOurs(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, purposes.Compilation.Assembly);
    }

    private void Note(ISymbol containing, ISymbol? callee, bool isReader)
    {
        if (containing is IMethodSymbol method)
        {
            NoteIn(method);
        }
        else if (containing is IFieldSymbol or IPropertySymbol)
        {
            // An initializer runs with each constructor that does not call another one.
            foreach (var constructor in containing.IsStatic ? containing.ContainingType.StaticConstructors : containing.ContainingType.InstanceConstructors)
            {
                NoteIn(constructor);
            }
        }

        void NoteIn(IMethodSymbol caller)
        {
            if (callee is not null)
            {
                AddCall(caller, callee);
            }

            if (isReader)
            {
                AddReader(caller);
            }
        }
    }

    /// <summary>By what it may be called: itself, what it overrides, and what it implements.</summary>
    private static IEnumerable<IMethodSymbol> Names(IMethodSymbol method)
    {
        var own = new List<IMethodSymbol>();
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod?.OriginalDefinition)
        {
            own.Add(current);
            yield return current;
        }

        // Of an override the compiler names the method of the base as what implements the contract.
        foreach (var member in method.ContainingType.AllInterfaces.SelectMany(static contract => contract.GetMembers()))
        {
            if (member is IMethodSymbol asked && method.ContainingType.FindImplementationForInterfaceMember(asked)?.OriginalDefinition is { } implementation && own.Any(one => SymbolEqualityComparer.Default.Equals(one, implementation)))
            {
                yield return asked.OriginalDefinition;
            }
        }
    }

    /// <summary>The methods that may call it, also through what it overrides or implements.</summary>
    public IEnumerable<IMethodSymbol> CallersOf(IMethodSymbol method)
    {
        foreach (var current in Names(method))
        {
            foreach (var name in new ISymbol?[] { current, current.AssociatedSymbol, current.PartialDefinitionPart, current.PartialImplementationPart })
            {
                if (name is not null && callers.Value.TryGetValue(name, out var found))
                {
                    foreach (var caller in found)
                    {
                        yield return caller;
                    }
                }
            }
        }
    }

    private Dictionary<ISymbol, List<IMethodSymbol>> TurnedRound()
    {
        var found = new Dictionary<ISymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        foreach (var caller in callees)
        {
            foreach (var callee in caller.Value)
            {
                if (!found.TryGetValue(callee.Key, out var all))
                {
                    found.Add(callee.Key, all = []);
                }

                all.Add((IMethodSymbol)caller.Key);
            }
        }

        return found;
    }
}
