using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Summaries;

/// <summary>What a call of a method does to labels, in terms of what is handed in.</summary>
/// <param name="Result">What it returns; awaited, what its task yields.</param>
/// <param name="Outs">What its <c>out</c> and <c>ref</c> parameters hold at the end.</param>
/// <param name="Heap">What lies in objects at the end, as far as it is known.</param>
/// <param name="Arrivals">Where something that is handed in comes to code for a purpose.</param>
internal sealed partial record MethodSummary(
    FlowValue Result,
    ImmutableDictionary<ISymbol, FlowValue> Outs,
    Heap Heap,
    FlatSet<InputArrival> Arrivals)
{
    public static readonly MethodSummary Nothing = new(
        FlowValue.None,
        ImmutableDictionary.Create<ISymbol, FlowValue>(SymbolEqualityComparer.Default),
        Heap.Empty,
        FlatSet<InputArrival>.Empty);

    /// <summary>The exceptions that leave it.</summary>
    public FlowValue Thrown { get; init; } = FlowValue.None;

    /// <summary>What lies in objects where it returns, without what it has left there by the time it throws. Null where that is the same.</summary>
    public Heap? Returned { get; init; }

    /// <summary>What a result by reference refers to.</summary>
    public FlatSet<Place> References { get; init; } = FlatSet<Place>.Empty;

    /// <summary>Whether it runs bit by bit when somebody asks for what it yields, perhaps never to its end.</summary>
    public bool IsLazy { get; init; }

    /// <summary>What lay meanwhile in objects that are handed in, and does not any more. It counts only where two of them are one.</summary>
    public Heap Passed { get; init; } = Heap.Empty;

    /// <summary>What lies in static members while code runs that nobody knows, and which may call any other.</summary>
    public Heap Exposed { get; init; } = Heap.Empty;

    /// <summary>Whether a reference that is handed in may lie in a <c>ref</c> field afterwards. Follows from what lies where, so it is not compared.</summary>
    public bool KeepsReferences { get; init; }

    /// <summary>Whether it may hand out what lies in a static member. Follows from what lies where, so it is not compared.</summary>
    public bool Shares { get; init; }

    private HashSet<(SyntaxNode Site, string Part)>? several;
    private MethodSummary? severalOf;

    /// <summary>Whether two of its objects were made at that place, by different calls: to a caller they are one.</summary>
    public bool MakesSeveral(MadeObject made)
    {
        // A changed copy takes along what was found out for its original.
        if (!ReferenceEquals(severalOf, this))
        {
            severalOf = this;
            several = Several();
        }

        return several is not null && several.Contains((made.Site, made.Part));
    }

    /// <summary>The places at which more than one of its objects was made; null where there is none, as in most methods.</summary>
    private HashSet<(SyntaxNode Site, string Part)>? Several()
    {
        var made = new Dictionary<(SyntaxNode Site, string Part), MadeObject>();
        HashSet<(SyntaxNode Site, string Part)>? found = null;
        foreach (var one in Heap.Objects)
        {
            Look(one);
        }

        foreach (var value in Values())
        {
            foreach (var one in value.Objects)
            {
                Look(one);
            }
        }

        return found;

        void Look(HeapObject one)
        {
            if (one is not MadeObject other)
            {
                return;
            }

            var place = (other.Site, other.Part);
            if (!made.TryGetValue(place, out var first))
            {
                made.Add(place, other);
            }
            else if (!first.Equals(other))
            {
                (found ??= new()).Add(place);
            }
        }
    }

    private IReadOnlyCollection<InputObject> inputs = [];
    private MethodSummary? inputsOf;

    /// <summary>What is handed in, or lies in it, as far as it is written, or labels of it come to anything; empty where the method leaves nothing in what it is handed, as most do.</summary>
    public IReadOnlyCollection<InputObject> InputsOf(IMethodSymbol method)
    {
        if (!ReferenceEquals(inputsOf, this))
        {
            inputsOf = this;
            if (!WritesInputs())
            {
                return inputs = [];
            }

            inputs = Inputs(method);
        }

        return inputs;
    }

    private HashSet<InputObject> Inputs(IMethodSymbol method)
    {
        var found = new HashSet<InputObject> { new(method, AccessPath.Root) };
        foreach (var parameter in method.Parameters)
        {
            found.Add(new InputObject(parameter, AccessPath.Root));
        }

        foreach (var arrival in Arrivals)
        {
            Add(arrival.Origin);
        }

        foreach (var one in Heap.Objects)
        {
            if (one is InputObject written)
            {
                found.Add(written);
            }
        }

        foreach (var value in Values())
        {
            foreach (var taint in value.Taints)
            {
                if (taint.Origin is InputOrigin origin)
                {
                    Add(origin);
                }
            }
        }

        return found;

        void Add(InputOrigin origin)
        {
            if (origin.Path.Text.Length > 0)
            {
                found.Add(new InputObject(origin.Input, origin.Path.Split().Owner));
            }
        }
    }

    /// <summary>All that comes out of a call: what lies in objects, what is returned and what is thrown.</summary>
    private List<FlowValue> Values()
    {
        var all = new List<FlowValue> { Result, Thrown };
        foreach (var entry in Heap)
        {
            all.Add(entry.Value);
        }

        all.AddRange(Outs.Values);
        return all;
    }

    private bool WritesInputs()
    {
        foreach (var one in Heap.Objects)
        {
            if (one is InputObject)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it has something written out of which callers know what it is.</summary>
    public bool WritesForCallers => Arrivals.Any(static arrival => arrival.WrittenBy is not null);

    /// <summary>Whether a caller gets labelled values that it did not hand in.</summary>
    public bool HandsOutLabels => HasRead(Result) || HasRead(Thrown) || Outs.Any(static entry => HasRead(entry.Value)) || Heap.Any(static entry => HasRead(entry.Value));

    /// <summary>Whether a caller gets delegates that it did not hand in.</summary>
    public bool HandsOutDelegates => HasDelegate(Result) || Outs.Any(static entry => HasDelegate(entry.Value)) || Heap.Any(static entry => HasDelegate(entry.Value));

    /// <summary>Whether it calls functions with labelled values that lie in what it is handed.</summary>
    public bool HandsIntoFunctions => Heap.Any(static entry => entry.Key.Object is InputObject && Segment.IsArgument(entry.Key.Segment) && HasRead(entry.Value));

    private static bool HasDelegate(FlowValue value) => value.Objects.Any(static one => one is MadeObject { Function: not null });

    /// <summary>Whether it takes something out of static members that are followed, or leaves something there.</summary>
    public bool Waits => !Exposed.IsEmpty || Heap.Objects.Any(static one => one is InputObject { IsWaiting: true }) || Arrivals.Any(static arrival => arrival.Origin.IsWaiting) || HasWaiting(Result) || HasWaiting(Thrown)
        || Outs.Any(static entry => HasWaiting(entry.Value)) || Heap.Any(static entry => HasWaiting(entry.Value));

    /// <summary>Whether something that is handed in comes out of it, or anywhere in it.</summary>
    public bool Takes => !Arrivals.IsEmpty || HasInput(Result) || HasInput(Thrown) || Outs.Any(static entry => HasInput(entry.Value)) || Heap.Any(static entry => HasInput(entry.Value));

    private static bool HasInput(FlowValue value) => value.Taints.Any(static taint => taint.Origin is InputOrigin);

    private static bool HasWaiting(FlowValue value) => value.Taints.Any(static taint => taint.Origin is InputOrigin { IsWaiting: true }) || value.Objects.Any(static one => one is InputObject { IsWaiting: true });

    private static bool HasRead(FlowValue value) => value.Taints.Any(static taint => taint.Origin is ReadOrigin);

    public bool IsSame(MethodSummary other)
        => Thrown.Equals(other.Thrown) && IsLazy == other.IsLazy && References.SetEquals(other.References) && Result.Equals(other.Result) && Told.AreSame(Arrivals, other.Arrivals)
            && Outs.Count == other.Outs.Count && Outs.All(entry => other.Outs.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value))
            && Heap.IsSame(other.Heap) && (Returned is null ? other.Returned is null : other.Returned is not null && Returned.IsSame(other.Returned)) && Passed.IsSame(other.Passed) && Exposed.IsSame(other.Exposed);
}

/// <summary>Something that is handed in comes to code that works for purposes.</summary>
/// <param name="Syntax">Where: the argument or the expression.</param>
/// <param name="Target">The member that works for them, as a message names it.</param>
internal sealed record InputArrival(InputOrigin Origin, SyntaxNode Syntax, string Target, string Names, PurposeNames Arrived) : ITold
{
    public ImmutableArray<string> Purposes { get; init; }

    /// <summary>Where it is disclosed; null where it comes to code for a purpose. The purposes are then what the code there works for.</summary>
    public Sink? Sink { get; init; }

    /// <summary>Whether it goes where it is not followed, instead of to code for a purpose.</summary>
    public bool IsLost { get; init; }

    /// <summary>Whether members of it are read by reflection, and only the run time knows which, instead of its coming anywhere.</summary>
    public bool IsReflected { get; init; }

    /// <summary>The object into whose members its own are copied, each into the one of its name, though only callers know which there are, instead of its coming anywhere. Null for any other way.</summary>
    public CopyOfMembers? Copied { get; init; }

    /// <summary>The serialiser that writes it out, though only callers know which members it has, instead of its coming anywhere. Null for any other way.</summary>
    public SerializerKind? WrittenBy { get; init; }

    /// <summary>What the code works for that has it written; null where it declares nothing, and for any other way.</summary>
    public CodePurposes? WrittenFor { get; init; }

    /// <summary>The static member into which it goes, which is not followed as long as no label comes there. Null for any other way.</summary>
    public ISymbol? Keeper { get; init; }

    /// <summary>Whether the code there declares nothing, and so works for whoever calls it, instead of for purposes of its own.</summary>
    public bool IsForCaller { get; init; }

    /// <summary>The method or local function that calls the function which is handed in, instead of having a value in hand. Null for any other way.</summary>
    public IMethodSymbol? Runner { get; init; }

    /// <summary>The type of delegate by which it calls it, or the type parameter as which it is looked at. Null where that is not known.</summary>
    public ITypeSymbol? CalledAs { get; init; }

    /// <summary>The class of which what is handed in must be: the method that takes it there is handed nothing else. Null where it may be anything.</summary>
    public ITypeSymbol? OnlyAs { get; init; }

    public Trail? Trail { get; init; }

    public bool Equals(InputArrival? other) => other is not null && Syntax == other.Syntax && IsForCaller == other.IsForCaller && IsReflected == other.IsReflected && Equals(Copied, other.Copied) && SymbolEqualityComparer.Default.Equals(OnlyAs, other.OnlyAs) && WrittenBy == other.WrittenBy && SymbolEqualityComparer.Default.Equals(Runner, other.Runner) && SymbolEqualityComparer.Default.Equals(CalledAs, other.CalledAs) && Target == other.Target && Names == other.Names && Sink?.Kind == other.Sink?.Kind && Origin.Equals(other.Origin) && Arrived.Equals(other.Arrived);

    public override int GetHashCode() => Syntax.GetHashCode() ^ Origin.GetHashCode();
}
