using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Lambdas and local functions that leave their method as delegates: what they have captured goes with them, and whoever calls them has a summary of their own.</summary>
internal sealed partial class MethodAnalysis
{
    private readonly Dictionary<IMethodSymbol, Closure> closures = new(SymbolEqualityComparer.Default);

    /// <summary>The lambda that is walked as a method of its own, with what it has captured handed in. Null in any other walk.</summary>
    private Closure? apart;

    /// <summary>Whether what is learned holds for every call of the method.</summary>
    public bool IsWhole => WalkName == Walk.Whole;

    /// <summary>The walk that this is; null where it is none, and what is found is found for any of them.</summary>
    public string? WalkName { get; init; }

    private void Enclose(IMethodSymbol function, ControlFlowGraph body, MadeObject made)
    {
        if (!closures.TryGetValue(function, out var known))
        {
            closures.Add(function, known = new Closure(function, body));
        }

        known.Made.Add(made);
    }

    /// <summary>A lambda or local function: those of this method by what is known of them here, others as methods of their own.</summary>
    private FlowValue RunNested(MadeObject function, IMethodSymbol target, FlowValue[] given, IOperation operation)
    {
        if (function.Call is null && closures.ContainsKey(target))
        {
            for (var i = 0; i < given.Length; i++)
            {
                nested.Hand(target.Parameters[i], given[i]);
            }

            nested.Publish(store);
            if (target.MethodKind == MethodKind.LocalFunction)
            {
                return Apply(operation, target, FlowValue.None, given, []);
            }

            Leave(left, target, nested.SummaryOf(target), static value => value);
            LeaveParts(nested.SummaryOf(target));
            if (IsTheOnly(function))
            {
                Overwrite(target);
            }

            return nested.SummaryOf(target).Result;
        }

        var summary = solver.SummaryOfFunction(target, method);
        Substitution Handed(Store known) => new(target, summary, FlowValue.None, given, known, operation.Syntax, "a function", static taint => taint)
        {
            Captured = captured => known.Read(function, PartFor(captured)),
            Statics = solver.Statics,
        };
        var call = SeenBy(target, summary, Handed);
        if (LeftBehind(call, summary, operation) is { } behind)
        {
            call = SeenBy(target, summary, known => Handed(known).Behind(behind));
        }

        Come(call, summary, operation, []);
        LeaveOrThrow(call, summary, operation);
        Leave(left, target, summary, value => call.Put(value));
        foreach (var entry in summary.Outs)
        {
            store = store.Write(function, PartFor(entry.Key), call.Put(entry.Value), false);
        }

        return call.Put(summary.Result);
    }

    /// <summary>Where a delegate keeps what its lambda has captured.</summary>
    public static string PartFor(ISymbol captured) => captured is IMethodSymbol ? Segment.Receiver : Segment.Captured(captured);

    /// <summary>What lambdas have captured goes with the delegates that a method, or a lambda by itself, hands out.</summary>
    private Store Enclose(Store end)
    {
        var own = apart?.Symbol ?? method;
        foreach (var closure in closures.Values.Where(one => apart is null || IsInside(one.Symbol, own)).ToArray())
        {
            foreach (var captured in closure.Captured(method))
            {
                var held = captured is IMethodSymbol ? EntryOf(method).Of(method) : nested.Held(captured).And(end.Of(captured)).And(captured is IParameterSymbol { RefKind: not RefKind.Out } parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, own) ? EntryOf(own).Of(parameter) : nested.HandedTo(captured));
                foreach (var made in held.IsNone ? [] : closure.Made)
                {
                    end = end.Write(made, PartFor(captured), held, false);
                }
            }
        }

        return end;
    }

    /// <summary>Lambdas that others come to are walked once more, as methods of their own; so are those that these hand out.</summary>
    private void LearnFunctions(MethodSummary summary)
    {
        if (closures.Count == 0 || !IsWhole)
        {
            return;
        }

        var learned = new HashSet<Closure>();
        var handedOut = new HashSet<HeapObject>(HandedOut(summary));
        while (closures.Values.FirstOrDefault(one => !learned.Contains(one) && handedOut.Overlaps(one.Made)) is { } closure)
        {
            learned.Add(closure);
            apart = closure;
            var known = Summarise(ImmutableArray.Create(closure.Graph), closure.Symbol, EntryApart(closure));
            apart = null;
            solver.LearnFunction(closure.Symbol, known);
            handedOut.UnionWith(HandedOut(known));
        }
    }

    private static IEnumerable<HeapObject> HandedOut(MethodSummary summary)
        => summary.Heap.Concat(summary.Exposed).SelectMany(static entry => entry.Value.Objects).Concat(summary.Result.Objects).Concat(summary.Thrown.Objects).Concat(summary.Outs.Values.SelectMany(static value => value.Objects));

    private static bool IsInside(ISymbol inner, IMethodSymbol outer)
    {
        for (var around = inner.ContainingSymbol; around is not null; around = around.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(around, outer))
            {
                return true;
            }
        }

        return false;
    }

    private Store EntryApart(Closure closure)
    {
        var entry = EntryOf(closure.Symbol).With(method, Store.Input(method).Unlabelled());
        foreach (var captured in closure.Captured(method).Where(static one => one is not IMethodSymbol))
        {
            entry = entry.With(captured, Store.Input(captured));
        }

        return entry;
    }

    /// <summary>A lambda or local function of which a delegate is made that others may call.</summary>
    private sealed class Closure(IMethodSymbol symbol, ControlFlowGraph graph)
    {
        private ISymbol[]? captured;

        public IMethodSymbol Symbol => symbol;

        public ControlFlowGraph Graph => graph;

        /// <summary>The delegates: of a local function there may be several.</summary>
        public HashSet<HeapObject> Made { get; } = [];

        /// <summary>The variables of the code around it that it names, and the method where it names <c>this</c>.</summary>
        public IReadOnlyList<ISymbol> Captured(IMethodSymbol method)
        {
            if (captured is not null)
            {
                return captured;
            }

            var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var operation in graph.OriginalOperation.DescendantsAndSelf())
            {
                ISymbol? variable = operation switch
                {
                    ILocalReferenceOperation local => local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => method,
                    _ => null,
                };
                if (variable is not null && !IsOwn(variable))
                {
                    found.Add(variable.ContainingSymbol is INamedTypeSymbol || variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } made } && !SymbolEqualityComparer.Default.Equals(made, method) ? method : variable);
                }
            }

            return captured = [.. found.OrderBy(static one => one.Locations.IsEmpty ? 0 : one.Locations[0].SourceSpan.Start)];
        }

        private bool IsOwn(ISymbol variable) => SymbolEqualityComparer.Default.Equals(variable, symbol) || IsInside(variable, symbol);
    }
}
