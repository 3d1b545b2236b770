using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Who calls whom in this compilation, and which methods read labelled members: collected while the compiler works.</summary>
internal sealed partial class CallIndex
{
    private readonly Lazy<Dictionary<ISymbol, List<IMethodSymbol>>> callers;
    private readonly ConcurrentDictionary<ISymbol, HashSet<ISymbol>> callees = new(SymbolEqualityComparer.Default);
    private readonly Lazy<Dictionary<string, HashSet<IMethodSymbol>>> parts;
    private readonly Lazy<TypeHierarchy> types;
    private readonly Lazy<IReadOnlyDictionary<ISymbol, List<IMethodSymbol>>> inherited;
    private readonly ConcurrentDictionary<string, IReadOnlyList<ISymbol>> dynamicNames = new(StringComparer.Ordinal);
    private readonly Compilation compilation;
    private readonly ConcurrentDictionary<IMethodSymbol, byte> readers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, byte> writers = new(SymbolEqualityComparer.Default);

    public CallIndex(Compilation compilation)
    {
        this.compilation = compilation;
        callers = new(TurnedRound);
        parts = new(UsersOfParts);
        types = new(() => new TypeHierarchy(compilation));
        inherited = new(() => Types.InheritedImplementations());
        Registrations = new(compilation, types);
    }

    /// <summary>The classes of this compilation. Found when they are asked for.</summary>
    public TypeHierarchy Types => types.Value;

    public Registrations Registrations { get; }

    /// <summary>Looks at each use of a member while the compiler works.</summary>
    /// <param name="found">Called where labelled data may be read, which hardly any operation does.</param>
    public void Register(CompilationStartAnalysisContext start, PurposeContext purposes, Action<OperationAnalysisContext> found)
    {
        start.RegisterOperationAction(
            context =>
            {
                if (Look(new LookedAt(context.Operation, context.ContainingSymbol, context.CancellationToken), purposes) || purposes.Keys.IsUsed)
                {
                    found(context);
                }
            },
            Kinds);
    }

    /// <summary>The same for a compilation of which there is nothing but the source.</summary>
    public void Look(IEnumerable<(IOperation Body, ISymbol Of)> bodies, PurposeContext purposes, CancellationToken cancellationToken)
    {
        var kinds = new HashSet<OperationKind>(Kinds);
        foreach (var (body, of) in bodies)
        {
            foreach (var operation in body.DescendantsAndSelf())
            {
                if (kinds.Contains(operation.Kind))
                {
                    Look(new LookedAt(operation, of, cancellationToken), purposes);
                }
            }
        }
    }

    private static ImmutableArray<OperationKind> Kinds => LabelledReads.Kinds.Add(OperationKind.EventReference).Add(OperationKind.DynamicIndexerAccess).AddRange(ImplicitCalls.Kinds);

    /// <summary>The members of libraries that are called and say what they do.</summary>
    private readonly ConcurrentDictionary<ISymbol, byte> elsewhere = new(SymbolEqualityComparer.Default);

    /// <summary>Whoever calls a member of a library that reads something for its callers is one of the readers. At the end, when the libraries may be asked.</summary>
    public void AskLibraries(SideCars.SideCars libraries)
    {
        foreach (var user in UsersElsewhere(member => libraries.Reads(member) || libraries.Asks(member)))
        {
            AddReader(user);
        }
    }

    /// <summary>The methods that call such members of libraries.</summary>
    public IEnumerable<IMethodSymbol> UsersElsewhere(Func<ISymbol, bool> isMeant) => elsewhere.Keys.Where(isMeant).SelectMany(UsersOf).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);

    /// <summary>Whether dynamic code somewhere calls something of the name: nobody sees what.</summary>
    public bool MayBeCalledDynamically(IMethodSymbol method) => dynamicNames.ContainsKey(method.AssociatedSymbol?.Name ?? method.Name);

    public bool HasReaders => !readers.IsEmpty || !writers.IsEmpty;

    public void AddReader(IMethodSymbol method) => readers.TryAdd(method.OriginalDefinition, 0);

    /// <summary>Only while the compiler works: who calls whom is turned round once, when it is asked for.</summary>
    public void AddCall(IMethodSymbol caller, ISymbol callee)
    {
        var called = (callee as IFieldSymbol)?.AssociatedSymbol?.OriginalDefinition ?? callee.OriginalDefinition;
        var all = callees.GetOrAdd(caller.OriginalDefinition, static _ => new HashSet<ISymbol>(SymbolEqualityComparer.Default));
        lock (all)
        {
            all.Add(called);
        }
    }

    /// <summary>The methods that read labelled members.</summary>
    public IEnumerable<IMethodSymbol> Readers => readers.Keys;

    /// <summary>The methods that have something written out of which their callers know what it is.</summary>
    public IEnumerable<IMethodSymbol> Writers => writers.Keys;

    /// <summary>The methods in which, or in what they call, a labelled member is read, or may be for all that is known there.</summary>
    public HashSet<IMethodSymbol> Reached()
    {
        var reached = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IMethodSymbol>(Readers.Concat(Writers));
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
            foreach (var callee in name is not null && callees.TryGetValue(name, out var found) ? (IEnumerable<ISymbol>)found : [])
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

    /// <summary>The methods that name a member in which functions may lie, by the name of that part of an object: also what the member implements or overrides. Of what a primary constructor keeps it is all methods of the type.</summary>
    public IEnumerable<IMethodSymbol> UsersOfPart(string segment)
        => Segment.KeptBy(segment) is { } type ? MethodsOf(type) : parts.Value.TryGetValue(segment, out var found) ? found : [];

    private IEnumerable<IMethodSymbol> MethodsOf(string type)
        => compilation.GetSymbolsWithName(type.Substring(type.LastIndexOf('.') + 1), SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(one => SymbolNames.FullName(one) == type).SelectMany(static one => one.GetMembers().OfType<IMethodSymbol>()).Where(static one => !one.IsStatic && one.MethodKind != MethodKind.Constructor);

    private Dictionary<string, HashSet<IMethodSymbol>> UsersOfParts()
    {
        var found = new Dictionary<string, HashSet<IMethodSymbol>>(StringComparer.Ordinal);
        foreach (var used in callers.Value)
        {
            if (used.Key is IEventSymbol || (used.Key is IFieldSymbol field ? field.Type : (used.Key as IPropertySymbol)?.Type) is { } type && MayHoldFunctions(type))
            {
                var segment = Segment.Of(used.Key);
                if (!found.TryGetValue(segment, out var all))
                {
                    found.Add(segment, all = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default));
                }

                all.UnionWith(used.Value);
            }
        }

        return found;
    }

    private static bool MayHoldFunctions(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => MayHoldFunctions(array.ElementType),
        ITypeParameterSymbol => true,
        { TypeKind: TypeKind.Delegate or TypeKind.FunctionPointer } or { SpecialType: SpecialType.System_Object or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate } => true,
        INamedTypeSymbol { IsGenericType: true } named => named.TypeArguments.Any(MayHoldFunctions),
        _ => false,
    };

    /// <summary>By what it may be called: itself, what it overrides, and what it implements.</summary>
    private IEnumerable<IMethodSymbol> Names(IMethodSymbol method)
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

        // A class beneath may implement a contract by it that its own class does not know.
        foreach (var asked in own.SelectMany(one => inherited.Value.TryGetValue(one, out var found) ? found : []))
        {
            yield return asked;
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
                if (!found.TryGetValue(callee, out var all))
                {
                    found.Add(callee, all = []);
                }

                all.Add((IMethodSymbol)caller.Key);
            }
        }

        return found;
    }
}
