using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Ethics.Crm.FlowAnalysis.Transfer;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>
/// What calls the methods that nobody in this compilation calls: any of them, in any order, any number of times. What one leaves in static members and services, each of the others finds. A method
/// that others call is put into them where they do, and so in their order.
/// </summary>
/// <param name="bodies">What a delegate runs in the program, when it was made on what is handed in.</param>
internal sealed class World(
    CallTargets targets, CallIndex index, IReadOnlyDictionary<IMethodSymbol, MethodSummary> summaries, IReadOnlyDictionary<IMethodSymbol, MethodSummary> lambdas, Func<MadeObject, FlowValue, IEnumerable<IMethodSymbol>> bodies,
    ICollection<IMethodSymbol> calledByOthers, ICollection<IMethodSymbol> runByThreads, StaticMembers statics, Services services, CancellationToken cancellationToken)
{
    private readonly Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> constructions = new(SymbolEqualityComparer.Default);
    private Store store = Store.Empty;

    /// <summary>Applies the summaries of all that is called from here until nothing new lies anywhere.</summary>
    /// <param name="settle">What becomes of what arrives somewhere; null where that is not asked yet.</param>
    /// <returns>The services in which labels lie.</returns>
    public IReadOnlyList<INamedTypeSymbol> Solve(Settling? settle, Action<int> work)
    {
        var called = Called();
        foreach (var type in called.SelectMany(method => TypesIn(summaries[method])))
        {
            if (!constructions.TryGetValue(type.OriginalDefinition, out var all))
            {
                constructions.Add(type.OriginalDefinition, all = []);
            }

            if (!all.Contains(type, SymbolEqualityComparer.Default))
            {
                all.Add(type);
            }
        }

        var writing = called.Where(method => !summaries[method].Exposed.IsEmpty || summaries[method].Heap.Objects.Any(static one => one is InputObject)).ToArray();
        Store before;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            before = store;
            foreach (var method in writing)
            {
                work(summaries[method].Heap.Objects.Count);
                foreach (var call in CallsOf(method))
                {
                    Leave(summaries[method], call);
                }
            }

            foreach (var (function, target, summary) in Delegates())
            {
                Leave(summary, CallOf(function, target, summary));
                foreach (var entry in summary.Outs.Where(_ => IsNested(function)))
                {
                    var left = CallOf(function, target, summary).Put(entry.Value, true);
                    store = store.Write(function, MethodAnalysis.PartFor(entry.Key), left, false);
                }
            }
        }
        while (!before.IsSame(store));

        foreach (var method in settle is null ? [] : called)
        {
            foreach (var call in CallsOf(method))
            {
                settle!.Tell(method, summaries[method], call, store);
            }
        }

        foreach (var (function, target, summary) in settle is null ? [] : Delegates())
        {
            settle!.Tell(target, summary, CallOf(function, target, summary, settle.Hand(function, target, GivenTo(function))), store);
        }

        return store.Heap.Objects.OfType<InputObject>().Where(one => one.Path.Segments is [var first, ..] && Segment.IsThis(first) && store.Deep(FlowValue.Of(one)).Taints.Any(static taint => taint.Origin is ReadOrigin))
            .Select(static one => (INamedTypeSymbol)one.Input).ToArray();
    }

    /// <summary>The methods of which delegates are called here, and that nobody has walked yet.</summary>
    public IEnumerable<IMethodSymbol> Unknown => Called(static one => !IsNested(one)).SelectMany(TargetsOf).Where(target => !summaries.ContainsKey(target));

    /// <summary>The delegates that somebody has called with something, and what each may run.</summary>
    private IReadOnlyList<(MadeObject Function, IMethodSymbol Target, MethodSummary Summary)> Delegates()
    {
        var found = new List<(MadeObject, IMethodSymbol, MethodSummary)>();
        foreach (var function in Called(static _ => true))
        {
            foreach (var target in TargetsOf(function))
            {
                if ((IsNested(function) ? lambdas : summaries).TryGetValue(target, out var summary))
                {
                    found.Add((function, target, summary));
                }
            }
        }

        return found;
    }

    private IEnumerable<MadeObject> Called(Func<MadeObject, bool> isMeant)
        => store.Heap.Objects.OfType<MadeObject>().Where(one => one.Function is not null && isMeant(one) && store.Heap.PartsOf(one).Any(static part => Segment.IsArgument(part.Key)))
            .OrderBy(static one => one.Site.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Site.SpanStart).ToArray();

    private IEnumerable<IMethodSymbol> TargetsOf(MadeObject function) => IsNested(function) ? [function.Function!.OriginalDefinition] : bodies(function, store.Read(function, Segment.Receiver));

    private static bool IsNested(MadeObject function) => function.Function!.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction;

    /// <summary>What a delegate has been called with.</summary>
    private FlowValue[] GivenTo(MadeObject function) => function.Function!.Parameters.Select(parameter => MethodAnalysis.GivenTo(function, parameter.Ordinal, store)).ToArray();

    private Substitution CallOf(MadeObject function, IMethodSymbol target, MethodSummary summary, FlowValue[]? given = null)
        => new(target, summary, store.Read(function, Segment.Receiver), given ?? GivenTo(function), store, function.Site, target.Name, static taint => taint.ReadBy is null ? taint : taint with { ReadBy = null })
        {
            Types = Constructions,
            Statics = statics,
            Injected = services.Injected,
            Captured = IsNested(function) ? captured => store.Read(function, MethodAnalysis.PartFor(captured)) : null,
            After = store,
        };

    /// <summary>What becomes of what comes somewhere.</summary>
    /// <param name="Tell">Told of each method and lambda that is called from here, with what it is called with, and with all that lies here.</param>
    /// <param name="Hand">Told of each delegate that is called, with what; yields how that is known in the function.</param>
    internal sealed record Settling(Action<IMethodSymbol, MethodSummary, Substitution, Store> Tell, Func<MadeObject, IMethodSymbol, FlowValue[], FlowValue[]> Hand);

    private void Leave(MethodSummary summary, Substitution call)
    {
        foreach (var entry in summary.Heap.Concat(summary.Exposed))
        {
            if (entry.Key.Segment is Segment.Rest or Segment.Left)
            {
                continue;
            }

            var value = call.Put(entry.Value, true);
            value = new FlowValue(value.Taints.Where(static taint => taint.Origin is ReadOrigin), value.Objects);
            var replaced = Segment.IsHeld(entry.Key.Segment) && entry.Key.Object is InputObject { Path.Text.Length: > 0 } part && summary.Exposed.IsEmpty ? Replaced(summary.Heap, part) : null;
            foreach (var one in call.Objects(entry.Key.Object))
            {
                if (replaced is not null && !IsHeldElsewhere(one, call.Objects(replaced.Value.Owner), replaced.Value.Segment))
                {
                    continue;
                }

                store = store.Write(one, entry.Key.Segment, value, false);
                foreach (var inner in Segment.IsArgument(entry.Key.Segment) && one is not MadeObject { Function: not null } ? store.Heap.ReachedFrom([one]).OfType<MadeObject>().Where(static inner => inner.Function is not null) : [])
                {
                    // What lies deeper than a summary can say is meant.
                    store = store.Write(inner, entry.Key.Segment, value, false);
                }
            }
        }
    }

    /// <summary>Where an object lay that a method was handed and has replaced by another one by the time it ends: whoever looks there finds that. Null where it may be there still.</summary>
    private static (InputObject Owner, string Segment)? Replaced(Heap heap, InputObject part)
    {
        for (var (path, inner) = (part.Path, part); path.Segments.Count > 0;)
        {
            var (around, segment) = path.Split();
            var owner = new InputObject(part.Input, around);
            if (heap.Find(owner, segment) is { } after && !after.Objects.Contains(inner))
            {
                return (owner, segment);
            }

            (path, inner) = (around, owner);
        }

        return null;
    }

    /// <summary>Whether an object lies anywhere else than at this one place.</summary>
    private bool IsHeldElsewhere(HeapObject one, FlatSet<HeapObject> owners, string segment)
    {
        foreach (var entry in store.Heap)
        {
            if (entry.Value.Objects.Contains(one) && !(entry.Key.Segment == segment && owners.Contains(entry.Key.Object)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of services that a container tells apart by a key, the method is called on each for itself: what it makes for one, the others do not have.</summary>
    private IEnumerable<Substitution> CallsOf(IMethodSymbol method)
    {
        var owner = services.This(method);
        return owner.Objects.Any(static one => one is InputObject { Path.Segments: [not Segment.This, ..] })
            ? owner.Objects.Select(one => CallOf(method, FlowValue.Of(one), ((InputObject)one).Path.Text))
            : [CallOf(method, owner, "")];
    }

    private Substitution CallOf(IMethodSymbol method, FlowValue owner, string suffix)
    {
        var syntax = method.DeclaringSyntaxReferences.Concat(method.ContainingType.DeclaringSyntaxReferences).First().GetSyntax(cancellationToken);
        return new(method, summaries[method], owner, method.Parameters.Select(services.Given).ToArray(), store, syntax, method.Name, static taint => taint.ReadBy is null ? taint : taint with { ReadBy = null })
        {
            IsOnAnotherThread = runByThreads.Contains(method) && !calledByOthers.Contains(method),
            Suffix = suffix,
            After = store,
            Types = Constructions,
            Statics = statics,
            Injected = services.Injected,
        };
    }

    /// <summary>The static members of a type of which nobody knows the type arguments are those of any.</summary>
    private IEnumerable<INamedTypeSymbol> Constructions(INamedTypeSymbol type)
    {
        if (!type.IsGenericType || !constructions.TryGetValue(type.OriginalDefinition, out var all))
        {
            return [type];
        }

        return IsOpen(type) ? all : all.Where(other => IsOpen(other) || SymbolEqualityComparer.Default.Equals(other, type));
    }

    private static bool IsOpen(INamedTypeSymbol type) => type.TypeArguments.Any(static argument => argument is ITypeParameterSymbol || (argument is INamedTypeSymbol inner && IsOpen(inner)));

    private static IEnumerable<INamedTypeSymbol> TypesIn(MethodSummary summary)
        => summary.Heap.Objects.OfType<InputObject>().Select(static one => one.Input).Concat(summary.Arrivals.Select(static arrival => arrival.Origin.Input))
            .Concat(summary.Heap.SelectMany(static entry => entry.Value.Taints).Select(static taint => taint.Origin).OfType<InputOrigin>().Select(static origin => origin.Input)).OfType<INamedTypeSymbol>();

    /// <summary>The methods that may be called from here. What calls itself in a circle, and is called by nobody else, is called from here as well.</summary>
    private IReadOnlyList<IMethodSymbol> Called()
    {
        var callers = new Dictionary<IMethodSymbol, IMethodSymbol[]>(SymbolEqualityComparer.Default);
        var waiting = summaries.Keys.Where(method => IsWaiting(method) && !(method.MethodKind == MethodKind.StaticConstructor && index.IsNeverTouched(method.ContainingType, cancellationToken))).ToArray();
        foreach (var method in waiting)
        {
            callers.Add(method, index.CallersOf(method).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToArray());
        }

        var found = new HashSet<IMethodSymbol>(waiting.Where(method => IsCalled(method, callers[method])), SymbolEqualityComparer.Default);
        var reached = new HashSet<IMethodSymbol>(found, SymbolEqualityComparer.Default);
        bool isChanged;
        do
        {
            isChanged = false;
            foreach (var method in waiting)
            {
                isChanged |= !reached.Contains(method) && callers[method].Any(reached.Contains) && reached.Add(method);
            }
        }
        while (isChanged);

        return MethodOrder.Sorted(found.Concat(waiting.Where(method => !reached.Contains(method)))).ToArray();
    }

    /// <summary>Whether it finds something here, or leaves something.</summary>
    private bool IsWaiting(IMethodSymbol method)
        => summaries[method].Waits || ((summaries[method].Heap.Objects.Any(static one => one is InputObject) || !summaries[method].Arrivals.IsEmpty) && (!services.This(method).IsNone || method.Parameters.Any(parameter => !services.Given(parameter).IsNone)));

    private bool IsCalled(IMethodSymbol method, IMethodSymbol[] callers)
        => calledByOthers.Contains(method) || runByThreads.Contains(method) || callers.All(caller => SymbolEqualityComparer.Default.Equals(caller, method)) || callers.Any(caller => !summaries.ContainsKey(caller)) || targets.StandsForOthers(method);
}
