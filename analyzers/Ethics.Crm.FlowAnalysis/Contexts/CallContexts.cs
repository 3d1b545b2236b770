using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Contexts;

/// <summary>
/// For which purposes code runs that declares none: for those of its callers, each for itself. Methods tell what they read and call while they are analysed; the walk from a read up to
/// whoever declares something comes at the end, once for each reader.
/// </summary>
internal sealed class CallContexts(PurposeContext purposes, BodyProvider bodies, CancellationToken cancellationToken)
{
    private readonly Dictionary<IMethodSymbol, Told> told = new(SymbolEqualityComparer.Default);

    public void Add(IMethodSymbol method, HelperRead read) => Of(method).Reads.Add(read);

    public void Add(IMethodSymbol method, HelperArrival arrival) => Of(method).Arrive(arrival);

    public void Add(IMethodSymbol method, CallSite call) => Of(method).Calls.Add(call);

    /// <summary>The method is analysed again, and tells all anew.</summary>
    public void Forget(IMethodSymbol method) => told.Remove(method);

    /// <summary>What a method reads for whoever calls it, itself and in what it calls.</summary>
    public IReadOnlyCollection<State.ReadOrigin> ReadsOf(IMethodSymbol method) => CallersServed.ReadsOf(method);

    /// <summary>What it puts to use for them, and has from elsewhere.</summary>
    public IReadOnlyCollection<HelperArrival> ArrivalsOf(IMethodSymbol method) => CallersServed.ArrivalsOf(method);

    /// <summary>Made when it is first asked for, when all has been told.</summary>
    private ServedCallers CallersServed => served ??= new(told.Values.SelectMany(static one => one.Reads), told.Values.SelectMany(static one => one.Arrivals), told.Values.SelectMany(static one => one.Calls), call => PurposesAt(call.Syntax, call.Caller));

    private ServedCallers? served;

    /// <summary>What the code at a place works for.</summary>
    public CodePurposes PurposesAt(SyntaxNode syntax, IMethodSymbol method)
        => bodies.OperationAt(syntax, cancellationToken) is { } operation ? purposes.Code.At(operation, Written(operation) ?? method) : purposes.Code.Of(CodePurposeReader.MemberOf(method));

    /// <summary>Reads and arrivals, each together with all code that reaches it and declares something, by the shortest way.</summary>
    public (IReadOnlyList<HelperFinding> Reads, IReadOnlyList<(HelperArrival Arrival, CodePurposes Code)> Arrivals) Solve()
    {
        var reads = told.Values.SelectMany(static one => one.Reads).Distinct().ToArray();
        var arrivals = State.Told.Join(State.FlatSet<HelperArrival>.Empty, told.Values.SelectMany(static one => one.Arrivals));
        var callers = new CallerGraph(told.Values.SelectMany(static one => one.Calls), call => PurposesAt(call.Syntax, call.Caller), cancellationToken);
        callers.Explore(reads.Select(static read => (read.Reader, read.Walk)).Concat(arrivals.Select(static arrival => (arrival.User, arrival.Walk))));

        // Who reaches a helper is found out once for all that it reads.
        var readers = reads.ToLookup(static read => new Walk(read.Reader, read.Walk ?? Walk.Outside));
        var users = arrivals.ToLookup(static arrival => new Walk(arrival.User, arrival.Walk ?? Walk.Outside));
        return (
            Once(readers.SelectMany(reader => callers.Reaching(reader.Key.Method, reader.First().Walk).SelectMany(border => reader.Select(read => new HelperFinding(read.Source, Writer(read.Reader), border.Code, border.Way))))),
            users.SelectMany(user => callers.Reaching(user.Key.Method, user.First().Walk).SelectMany(border => user.Select(arrival => (arrival, border.Code)))).ToArray());
    }

    /// <summary>What a lambda reads is read for whoever calls the code in which it is written, and for whoever calls the lambda: where that is the same, it is one finding, by the shorter way.</summary>
    private static IReadOnlyList<HelperFinding> Once(IEnumerable<HelperFinding> findings)
    {
        var all = new Dictionary<(State.ReadOrigin, string, string), HelperFinding>();
        var order = new List<(State.ReadOrigin, string, string)>();
        foreach (var finding in findings)
        {
            var key = (finding.Source, Endpoints.Labels.SymbolNames.Display(CodePurposeReader.MemberOf(finding.Way[0].Caller)), string.Join(";", finding.Code.Names));
            if (!all.TryGetValue(key, out var known))
            {
                order.Add(key);
            }

            all[key] = known is null || finding.Way.Count < known.Way.Count ? finding : known;
        }

        return order.Select(key => all[key]).ToArray();
    }

    /// <summary>The method or local function in which a lambda is written.</summary>
    public static IMethodSymbol Writer(IMethodSymbol lambda)
    {
        while (lambda.MethodKind == MethodKind.AnonymousFunction && lambda.ContainingSymbol is IMethodSymbol outer)
        {
            lambda = outer;
        }

        return lambda;
    }

    /// <summary>The field or property whose initializer a constructor runs: it may declare purposes of its own.</summary>
    private static ISymbol? Written(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation switch
        {
            IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields } => fields[0],
            IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties } => properties[0],
            _ => null,
        };
    }

    private Told Of(IMethodSymbol method)
    {
        if (!told.TryGetValue(method, out var known))
        {
            told.Add(method, known = new Told());
        }

        return known;
    }

    private sealed class Told
    {
        public HashSet<HelperRead> Reads { get; } = new();

        public State.FlatSet<HelperArrival> Arrivals { get; private set; } = State.FlatSet<HelperArrival>.Empty;

        public HashSet<CallSite> Calls { get; } = new();

        public void Arrive(HelperArrival arrival) => Arrivals = State.Told.Add(Arrivals, arrival);
    }
}
