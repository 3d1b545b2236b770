using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// What lambdas and local functions share with the method around them. When they run is not known, so a captured variable holds for them whatever was ever put into it.
/// </summary>
internal sealed class Nested
{
    private readonly Dictionary<ISymbol, FlowValue> written = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, FlowValue> writtenInside = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, FlowValue> handed = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, MethodSummary> summaries = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, Function> functions = new(SymbolEqualityComparer.Default);

    private readonly HashSet<(HeapObject Object, string Segment)> parts = new();

    private readonly HashSet<ISymbol> waiting = new(SymbolEqualityComparer.Default);

    public bool IsNeeded { get; set; }

    /// <summary>What is put into a variable before this position is known to functions only where they find it when the first of them may run.</summary>
    public int First { get; set; }

    /// <summary>The parts of objects that lambdas and local functions write.</summary>
    public IReadOnlyCollection<(HeapObject Object, string Segment)> Parts => parts;

    public bool HasLearned { get; private set; }

    public Heap Heap { get; private set; } = Heap.Empty;

    public IReadOnlyList<Function> Functions => functions.Count == 0 ? [] : functions.Values.OrderBy(static function => function.Position).ToArray();

    public void BeginRound() => HasLearned = false;

    public void Add(IMethodSymbol function, ControlFlowGraph graph)
    {
        if (!functions.ContainsKey(function))
        {
            functions.Add(function, new Function(function, graph));
            HasLearned = true;
        }
    }

    /// <summary>Null for one that is not known here.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol function) => functions.TryGetValue(function, out var known) ? known.Graph : null;

    public MethodSummary SummaryOf(IMethodSymbol function) => summaries.TryGetValue(function, out var summary) ? summary : MethodSummary.Nothing;

    public void Learn(IMethodSymbol function, MethodSummary summary)
    {
        if (!SummaryOf(function).IsSame(summary))
        {
            summaries[function] = summary;
            HasLearned = true;
        }
    }

    public FlowValue Held(ISymbol variable) => written.TryGetValue(variable, out var value) ? value : FlowValue.None;

    public FlowValue WrittenInside(ISymbol variable) => writtenInside.TryGetValue(variable, out var value) ? value : FlowValue.None;

    public FlowValue HandedTo(ISymbol parameter) => handed.TryGetValue(parameter, out var value) ? value : FlowValue.None;

    public void Write(ISymbol variable, FlowValue value, bool isInside)
    {
        Join(written, variable, value);
        if (isInside)
        {
            Join(writtenInside, variable, value);
        }
    }

    /// <summary>No function can have run yet: what the variable holds is looked at when one may.</summary>
    public void WriteEarly(ISymbol variable) => waiting.Add(variable);

    /// <summary>Whether what was put into a variable before functions may run is looked at when one may.</summary>
    public bool IsLookedAt(ISymbol variable) => waiting.Contains(variable);

    public void WritePart(HeapObject one, string segment) => HasLearned |= parts.Add((one, segment));

    public void Hand(ISymbol parameter, FlowValue value) => Join(handed, parameter, value);

    /// <summary>What lies in objects and in variables when functions may run.</summary>
    public void Publish(Store store)
    {
        if (functions.Count == 0)
        {
            return;
        }

        foreach (var variable in waiting)
        {
            Join(written, variable, store.Of(variable));
        }

        PublishObjects(store);
    }

    /// <summary>What lies in objects when a function is made that does not run yet.</summary>
    public void PublishObjects(Store store)
    {
        var joined = (Store.Empty with { Heap = Heap }).Join(Store.Empty with { Heap = store.Heap }).Heap;
        if (!Heap.IsSame(joined))
        {
            Heap = joined;
            HasLearned = true;
        }
    }

    private void Join(Dictionary<ISymbol, FlowValue> into, ISymbol variable, FlowValue value)
    {
        var before = into.TryGetValue(variable, out var known) ? known : FlowValue.None;
        var after = before.And(value);
        if (!after.Equals(before))
        {
            into[variable] = after;
            HasLearned = true;
        }
    }

    internal sealed record Function(IMethodSymbol Symbol, ControlFlowGraph Graph)
    {
        public int Position => Symbol.Locations.IsEmpty ? 0 : Symbol.Locations[0].SourceSpan.Start;

        /// <summary>Whether an input is its own, and not one of the method around it.</summary>
        public bool IsOwn(ISymbol input) => SymbolEqualityComparer.Default.Equals(input, Symbol) || SymbolEqualityComparer.Default.Equals(input.ContainingSymbol, Symbol);
    }
}
