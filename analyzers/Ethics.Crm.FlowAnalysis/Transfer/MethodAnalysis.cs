using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Solver;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What one method does to labels: its body with the lambdas and local functions in it, from its entry to its end, until nothing new is learned.</summary>
internal sealed partial class MethodAnalysis
{
    private readonly IMethodSymbol method;
    private readonly FlowSolver solver;
    private readonly PurposeContext purposes;
    private readonly BodyProvider bodies;
    private readonly Nested nested = new();

    // Whether all that code from elsewhere hands out is one object: where hundreds hold each other, they are that anyway.
    private readonly bool isCoarse;
    private SyntaxNode? whole;
    private readonly CancellationToken cancellationToken;
    private Graph graph = null!;
    private Store store = Store.Empty;
    private readonly Stack<FlowValue> handlers = new();
    private BasicBlock current = null!;
    private IReadOnlyList<Way> ways = [Way.NothingKnown];

    // Whether something lies under a key that only this method names so.
    private bool hasOwnKeys;

    public MethodAnalysis(IMethodSymbol method, FlowSolver solver, PurposeContext purposes, BodyProvider bodies, CancellationToken cancellationToken)
    {
        this.method = method;
        this.solver = solver;
        this.purposes = purposes;
        this.bodies = bodies;
        this.cancellationToken = cancellationToken;
        isCoarse = solver.IsCoarse(method);
    }

    /// <summary>Null when the budget ran out.</summary>
    /// <param name="ways">What is known of what is handed in, for each way to walk the method; what is known at their ends is joined.</param>
    public MethodSummary? Run(ImmutableArray<ControlFlowGraph> body, IReadOnlyList<Way> ways)
    {
        this.ways = ways;
        whole = body.IsEmpty ? null : body[0].OriginalOperation.Syntax;
        var shape = new BodyShape(body);
        nested.IsNeeded = shape.HasFunctions;
        nested.First = shape.HasFunctions ? FirstFunction.Of(body) : 0;
        foreach (var parameter in nested.First > 0 ? method.Parameters : ImmutableArray<IParameterSymbol>.Empty)
        {
            if (parameter.RefKind == RefKind.None)
            {
                nested.WriteEarly(parameter);
            }
        }

        mayOpen = shape.MayOpen || method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor;
        var entry = EntryOf(method);
        MethodSummary summary;
        do
        {
            if (!solver.Spend(1))
            {
                return null;
            }

            // What the rounds before have found, they found without knowing what lambdas and local functions do.
            solver.FoundNothing(method);
            nested.BeginRound();
            summary = Summarise(body, method, entry);
            foreach (var function in nested.Functions)
            {
                nested.Learn(function.Symbol, Summarise(ImmutableArray.Create(function.Graph), function.Symbol, EntryOfNested(function.Symbol)));
            }
        }
        while (nested.HasLearned);

        if (solver.Statics.IsAny)
        {
            summary = LeftWhenever(summary);
        }

        LearnFunctions(summary);
        return nested.Functions.Count == 0 ? summary : summary with { Arrivals = nested.Functions.Aggregate(summary.Arrivals, (all, function) => Told.Join(all, nested.SummaryOf(function.Symbol).Arrivals.Where(arrival => !function.IsOwn(arrival.Origin.Input)))) };
    }

    private MethodSummary Summarise(ImmutableArray<ControlFlowGraph> bodies, IMethodSymbol of, Store entry)
    {
        var before = graph;
        var arrivals = FlatSet<InputArrival>.Empty;
        var escaping = FlowValue.None;
        var references = FlatSet<Place>.Empty;
        var result = FlowValue.None;
        Store? failed = null;
        var isLazy = false;
        var end = BeforeInitializers(of, entry);
        foreach (var body in bodies)
        {
            graph = new Graph(body, of, solver.Settled);
            end = EachWay(end);
            if (started is { Count: > 0 })
            {
                store = end;
                RunOn(null);
                end = store;
            }

            if (shares)
            {
                LoseShared(end);
            }

            arrivals = Told.Join(arrivals, graph.Arrivals);
            references = graph.References.Count == 0 ? references : references.Union(FlatSet<Place>.Of(graph.References));
            escaping = escaping.And(graph.Escaping);
            result = result.And(graph.Result);
            isLazy |= graph.Yields;
            failed = graph.Failed is { } one ? failed?.Join(one) ?? one : failed;
        }

        var returned = failed is null || isLazy ? null : end;
        end = failed is null ? end : end.Join(failed);
        end = isLazy ? end.Join(entry) : end;

        // Who has come by a function may call it after all this.
        nested.Publish(end);
        var outs = MethodSummary.Nothing.Outs;
        foreach (var parameter in of.Parameters)
        {
            if (parameter.RefKind is RefKind.Out or RefKind.Ref)
            {
                outs = outs.Add(parameter, AtEnd(end, parameter));
            }
        }

        if (closures.Count > 0 && SymbolEqualityComparer.Default.Equals(of, apart?.Symbol ?? method))
        {
            end = Enclose(end);
            returned = returned is null ? null : Enclose(returned);
        }

        foreach (var captured in apart?.Captured(method) ?? [])
        {
            if (captured is not IMethodSymbol && !outs.ContainsKey(captured) && !end.Of(captured).Equals(Store.Input(captured)))
            {
                outs = outs.Add(captured, end.Of(captured));
            }
        }

        if (of.IsAsync && solver.Statics.IsAny)
        {
            end = WithoutAmbient(end);
            returned = returned is null ? null : WithoutAmbient(returned);
        }

        KeepFunctions(end.Heap);

        // A caller names keys otherwise; what functions of this method share with it does not.
        var isLeft = hasOwnKeys && (apart is not null || SymbolEqualityComparer.Default.Equals(of, method));
        if (isLeft)
        {
            end = end with { Heap = end.Heap.WithoutOwnKeys() };
            returned = returned is null ? null : returned with { Heap = returned.Heap.WithoutOwnKeys() };
        }

        // A caller cannot come to what a method keeps for itself. What lambdas and local functions keep is the method's.
        var heap = Known(end.Heap);
        var summary = new MethodSummary(result, outs, heap, arrivals) { Thrown = escaping, References = references, IsLazy = isLazy, KeepsReferences = keepsReferences, Shares = shares, Passed = isLeft ? passed.WithoutOwnKeys() : passed, Exposed = isLeft ? exposed.WithoutOwnKeys() : exposed };
        graph = before;
        return returned is not null && Known(returned.Heap) is var known && !known.IsSame(heap) ? summary with { Returned = known } : summary;

        Heap Known(Heap all) => all.HoldsMade && SymbolEqualityComparer.Default.Equals(of, method)
            ? all.Reachable(outs.Values.Append(result).Append(escaping).SelectMany(static value => value.Objects).Concat(references.OfType<PartPlace>().Select(static place => place.Owner)).Concat(passed.SelectMany(static entry => entry.Value.Objects)))
            : all;
    }

    /// <summary>Parameters hold what is handed in. In code that declares its purposes they have arrived: the caller is told.</summary>
    private Store EntryOf(IMethodSymbol of)
    {
        var entry = Store.Empty;
        var arrived = ArrivedIn(of);
        if (!of.IsStatic)
        {
            // Of most objects only the parts are labelled; an extension block may extend a text.
            var self = Store.Input(of);
            entry = entry.With(of, SymbolNames.IsExtensionBlock(of.ContainingType) ? self : self.Unlabelled());
        }

        foreach (var parameter in of.Parameters)
        {
            if (parameter.RefKind != RefKind.Out)
            {
                entry = entry.With(parameter, IsFunction(parameter.Type) ? Store.Input(parameter) : Store.Input(parameter).Select(taint => taint.At(arrived)));
            }
        }

        return entry;
    }

    private Store EntryOfNested(IMethodSymbol function)
    {
        var entry = EntryOf(function) with { Heap = nested.Heap };
        var around = EntryOf(method);
        entry = entry.With(method, around.Of(method));

        // What is captured and never written is what the code around it was handed; of the others is known what they hold when a function may run.
        foreach (var parameter in method.Parameters.Where(parameter => parameter.RefKind != RefKind.Out && !nested.IsLookedAt(parameter)))
        {
            entry = entry.With(parameter, around.Of(parameter));
        }

        foreach (var parameter in nested.Functions.Where(other => !SymbolEqualityComparer.Default.Equals(other.Symbol, function)).SelectMany(static other => other.Symbol.Parameters))
        {
            entry = entry.With(parameter, nested.HandedTo(parameter));
        }

        if (function.MethodKind == MethodKind.AnonymousFunction)
        {
            foreach (var parameter in function.Parameters)
            {
                entry = entry.With(parameter, nested.HandedTo(parameter));
            }
        }

        return entry;
    }

    private ImmutableArray<string> ArrivedIn(IMethodSymbol of) => CodeOf(of) is { IsUndeclared: false, IsUnknown: false } code && of.MethodKind != MethodKind.AnonymousFunction ? Keys(code.Names) : ImmutableArray<string>.Empty;
}
