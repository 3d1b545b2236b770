using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Ethics.Crm.FlowAnalysis.Transfer;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>
/// Methods to which labels come, summarised until nothing new is learned. It starts at those that read labelled members, goes down into what they call, and up to whoever calls one that
/// hands a label out or declares no purpose. What a method calls is summarised before it: then once is enough, except in a circle, which is walked until it is stable before anybody above it is.
/// </summary>
internal sealed partial class FlowSolver(PurposeContext purposes, BodyProvider bodies, CallIndex index, CancellationToken cancellationToken)
{
    private readonly Dictionary<IMethodSymbol, MethodSummary> summaries = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, HashSet<IMethodSymbol>> users = new(SymbolEqualityComparer.Default);
    private readonly Walks walks = new();
    private readonly Dictionary<IMethodSymbol, HashSet<LostValue>> lost = new(SymbolEqualityComparer.Default);
    private readonly Order order = new();
    private CallTargets? targets;
    private readonly HashSet<IMethodSymbol> reading = new(index.Readers, SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> writing = new(index.Writers, SymbolEqualityComparer.Default);
    private HashSet<IMethodSymbol> reached = new(SymbolEqualityComparer.Default);
    private DispatchingInputs dispatching = null!;
    private DispatchingParts lying = null!;
    private Variants variants = null!;
    private readonly Dictionary<IMethodSymbol, bool> bodied = new(SymbolEqualityComparer.Default);
    private Walk? current;
    private bool isCoarse;
    private int runs;

    public CallTargets Targets => targets ??= new(purposes.Compilation, index.Types, cancellationToken) { Injected = Injected.Of, IsRunElsewhere = method => FromElsewhere(method) is not null };

    public SettledMembers Settled { get; } = new(bodies, cancellationToken);

    /// <summary>Who reads and calls for whom. Complete after <see cref="Solve"/>.</summary>
    public CallContexts Contexts { get; } = new(purposes, bodies, cancellationToken);

    /// <summary>Null where nobody asks for them.</summary>
    public SolvingCosts? Costs { get; init; }

    /// <summary>Known after <see cref="Solve"/>.</summary>
    public FlowFigures Figures => new(summaries.Count, runs, spent.Values.Sum(), bodies.BoundAgain, walks.All(CountsAsAWhole).SelectMany(static found => found).Distinct().Count(), givenUp.Count);

    /// <summary>Where values went out of sight. Known after <see cref="Solve"/>.</summary>
    public IEnumerable<LostValue> LostValues => lost.Values.SelectMany(static found => found).Distinct();

    /// <summary>What code that declares nothing reads for code that does. Known after <see cref="Solve"/>.</summary>
    public IReadOnlyList<HelperFinding> HelperFindings { get; private set; } = [];

    public IReadOnlyCollection<FlowFinding> Solve()
    {
        Begin();
        foreach (var method in MethodOrder.Sorted(index.Readers.Concat(index.Writers).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)).Reverse())
        {
            order.First(method);
        }

        do
        {
            WalkAll();
        }
        while (FollowStatics() || FollowServices() || LearnCallersOfDispatching());

        CallFromOutside();

        var (reads, arrivals) = Contexts.Solve();
        HelperFindings = reads;

        // Two callers of one method may have found the same.
        var all = Told.Join(
            walks.All(CountsAsAWhole).Aggregate(FlatSet<FlowFinding>.Empty, static (all, found) => Told.Join(all, found)),
            arrivals.Select(found => Arrived(found.Arrival, found.Code)).OfType<FlowFinding>());

        return all.Where(finding => finding.Sink is not null || !IsToldAsRead(finding)).ToArray();
    }

    private void Begin()
    {
        reached = index.Reached();
        dispatching = new DispatchingInputs(bodies, Targets, HasBody, cancellationToken);
        lying = new DispatchingParts(bodies, Targets, dispatching, HasBody, cancellationToken);
        variants = new Variants(bodies, Targets, dispatching, lying, CalleesOf, cancellationToken);
    }

    private void WalkAll()
    {
        while (order.Next(CalleesOf) is { } method)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Learn(method);
        }
    }

    /// <summary>What is known of a method now; whoever asked is asked again when more is.</summary>
    public MethodSummary SummaryOf(IMethodSymbol method, IMethodSymbol user)
    {
        var summary = WholeOf(method, user);
        Ask(method, Walk.Whole);
        return summary;
    }

    /// <summary>
    /// The same for a call of which more is known. What gives constants to parameters on which the method's ways depend does not take all of these, and what is called on an object whose type is known
    /// runs what that overrides.
    /// </summary>
    public (MethodSummary Summary, string Walk) SummaryOf(IMethodSymbol method, IMethodSymbol user, Func<IParameterSymbol, bool, Optional<object?>> constantFor, Func<ISymbol, ImmutableArray<ITypeSymbol>> typesFor, Func<InputObject, ImmutableArray<ITypeSymbol>>? partsFor = null)
    {
        if (FromElsewhere(method) is { } elsewhere)
        {
            Ask(method, Walk.Whole);
            return (CallTargets.IsOverridable(method) ? Exact(method, typesFor(method)) ?? elsewhere : elsewhere, Walk.Whole);
        }

        var whole = WholeOf(method, user);
        var (summary, walk) = summaries.ContainsKey(method) ? variants.Of(method, whole, user, current is { Name.Length: > 0 }, constantFor, typesFor, partsFor, (known, name) => Analyse(method, [known], name), AskAgain) : (whole, Walk.Whole);
        Ask(method, walk);
        return (summary, walk);
    }

    private MethodSummary WholeOf(IMethodSymbol method, IMethodSymbol user)
    {
        if (!users.TryGetValue(method, out var known))
        {
            users.Add(method, known = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default));
        }

        known.Add(user);
        if (summaries.TryGetValue(method, out var summary))
        {
            return summary;
        }

        if (FromElsewhere(method) is { } elsewhere)
        {
            return elsewhere;
        }

        order.First(method);
        return MethodSummary.Nothing;
    }

    public bool HasBody(IMethodSymbol method)
    {
        if (!bodied.TryGetValue(method, out var hasBody))
        {
            bodied.Add(method, hasBody = IsFollowed(method.OriginalDefinition) || FromElsewhere(method.OriginalDefinition) is not null);
        }

        return hasBody;
    }

    private bool IsFollowed(IMethodSymbol definition)
        => SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, purposes.Compilation.Assembly)
            && !definition.IsAbstract && definition.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke)
            && bodies.HasBody(definition, cancellationToken);

    /// <summary>Whether a labelled member may be read in the method, or in what it calls.</summary>
    public bool MayRead(IMethodSymbol method) => reached.Contains(method) || purposes.SideCars.Reads(method);

    /// <inheritdoc cref="CallIndex.NamedDynamically"/>
    public IReadOnlyList<ISymbol> NamedDynamically(string name) => index.NamedDynamically(name);

    public void Lost(IMethodSymbol method, LostValue value)
    {
        if (!lost.TryGetValue(method, out var found))
        {
            lost.Add(method, found = new HashSet<LostValue>());
        }

        found.Add(value);
    }

    /// <summary>The walk at hand begins again.</summary>
    public void FoundNothing(IMethodSymbol method) => walks.ForgetFound(new Walk(method, current?.Name ?? Walk.Outside));

    public void Found(IMethodSymbol method, FlowFinding finding) => walks.Found(new Walk(method, current?.Name ?? Walk.Outside), finding);

    /// <summary>Null where all that the code works for has had the value in hand before. Whether it may is not judged.</summary>
    private FlowFinding? Arrived(HelperArrival arrival, CodePurposes code)
    {
        if (arrival.Sink is { } sink)
        {
            return purposes.Decisions.Decide(code.Names) ? new FlowFinding(arrival.Source, arrival.Syntax, arrival.Target, "") { Sink = sink, Purposes = code.Names, Trail = arrival.Trail } : null;
        }

        var fresh = MethodAnalysis.Keys(code.Names).Where(name => !arrival.Arrived.Contains(name)).ToImmutableArray();
        return fresh.IsEmpty ? null : new FlowFinding(arrival.Source, arrival.Syntax, arrival.Target, string.Join(", ", fresh)) { Purposes = fresh, Trail = arrival.Trail };
    }

    /// <summary>What a local function leaves in a variable of the method around it does not come back by a call, and who calls a lambda is not known where it is written: only now is known whether it was read for the code at hand.</summary>
    private bool IsToldAsRead(FlowFinding finding)
        => (finding.ReadBy is { MethodKind: MethodKind.LocalFunction } || finding.ReadIn is not null)
            && HelperFindings.Any(read => read.Source.Equals(finding.Source) && finding.Purposes.All(read.Code.Names.Contains) && SymbolNames.Display(CodePurposeReader.MemberOf(read.Way[0].Caller)) == finding.Target);

    private IReadOnlyList<IMethodSymbol> CalleesOf(IMethodSymbol method)
    {
        var found = new List<IMethodSymbol>();
        foreach (var callee in index.CalleesOf(method))
        {
            foreach (var other in Targets.OthersOf(callee))
            {
                Add(other);
            }

            Add(callee.OriginalDefinition);
        }

        return found;

        void Add(IMethodSymbol one)
        {
            var written = one.PartialImplementationPart ?? one;
            if (HasBody(written) && FromElsewhere(written) is null)
            {
                found.Add(written);
            }
        }
    }

    private void Learn(IMethodSymbol method)
    {
        if (!bodies.HasBody(method, cancellationToken))
        {
            return;
        }

        runs++;
        walks.Forget(method);
        lost.Remove(method);
        Contexts.Forget(method);
        if (Analyse(method, variants.WaysOf(method), Walk.Whole) is not { } summary)
        {
            return;
        }

        var isSame = summaries.TryGetValue(method, out var before) && before.IsSame(summary);
        if (!variants.Renew(method, (known, name) => Analyse(method, [known], name)) && isSame)
        {
            return;
        }

        summaries[method] = summary;
        AskAgain(method);
        Raise(method);
    }

    /// <summary>Whoever has asked for the summary of the method is walked again.</summary>
    private void AskAgain(IMethodSymbol method)
    {
        foreach (var user in users.TryGetValue(method, out var asking) ? asking : [])
        {
            order.Again(user);
        }
    }

    /// <summary>Null when the method is given up. May come in the middle of the walk through a caller.</summary>
    private MethodSummary? Analyse(IMethodSymbol method, IReadOnlyList<Way> ways, string name)
    {
        var (caller, wasCoarse) = (current, isCoarse);
        var goesOn = Costs?.Enter(method);
        current = new Walk(method, name);
        try
        {
            MethodSummary? summary;
            do
            {
                isCoarse = IsCoarse(method);
                summary = new MethodAnalysis(method, this, purposes, bodies, cancellationToken) { WalkName = name }.Run(bodies.GraphsOf(method, cancellationToken), ways);
            }
            while (isCoarse != IsCoarse(method));
            return summary;
        }
        catch (InsufficientExecutionStackException)
        {
            GiveUp(method, Findings.GivenUp.TooDeep);
            return null;
        }
        finally
        {
            (current, isCoarse) = (caller, wasCoarse);
            Costs?.Leave(goesOn);
        }
    }
}
