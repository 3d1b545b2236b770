using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.Solver;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Puts what a call hands in where a summary speaks of it.</summary>
/// <param name="callee">The definition of the method that is called.</param>
/// <param name="summary">What is known of it.</param>
/// <param name="before">What is known before the call.</param>
/// <param name="takeOver">What becomes of a label that the callee itself brought about.</param>
internal sealed partial class Substitution(IMethodSymbol callee, MethodSummary summary, FlowValue owner, FlowValue[] given, Store before, SyntaxNode call, string name, Func<Taint, Taint> takeOver)
{
    /// <summary>How many labels and objects that lie in others cost as much as one that is put somewhere.</summary>
    private const int LooksInDepth = 8;

    // One summary speaks of the same part of what is handed in many times.
    private Dictionary<InputOrigin, FlowValue>? found;
    private Dictionary<InputOrigin, FlatSet<Taint>>? gone;
    private Dictionary<InputOrigin, FlowValue>? written;
    private string? isReturned;
    private string? goesThrough;

    public string Name => name;

    public bool IsOfALocalFunction => callee.MethodKind == MethodKind.LocalFunction;

    /// <summary>How many labels and objects have been looked through so far.</summary>
    public int Looked { get; private set; }

    /// <summary>The variables that are handed in by reference, as objects, by parameter. Null where the callee keeps no reference.</summary>
    public FlowValue[]? Cells { get; init; }

    /// <summary>What is called, with its type arguments and those of its type: each type has static members of its own for each of them. Null where there are none.</summary>
    public ISymbol? Called { get; init; }

    /// <summary>The static members that are followed. Null where none is asked for.</summary>
    public StaticMembers? Statics { get; init; }

    /// <summary>The types whose static members those of a type may be. Null for the one that is named.</summary>
    public Func<INamedTypeSymbol, IEnumerable<INamedTypeSymbol>>? Types { get; init; }

    /// <summary>What the variables hold that a lambda has captured; its method stands for <c>this</c>. Null for any other callee.</summary>
    public Func<ISymbol, FlowValue>? Captured { get; init; }

    /// <summary>What tells apart what the callee makes, where it is called on several from one place.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>What lies in a part of an object, because code that nobody knows has put it there. Null where no such code is.</summary>
    public Func<FlowValue, string, FlowValue>? Injected { get; init; }

    /// <summary>Whether the callee runs on a thread that is made for it, and finds nothing of what this one has for itself.</summary>
    public bool IsOnAnotherThread { get; init; }

    /// <summary>What serialisers make of objects that are handed in, by the object.</summary>
    public Dictionary<InputOrigin, FlowValue> Written => written ??= new();

    /// <param name="isLeft">Whether it lies in a static member, where whoever wants finds it: nobody returns it.</param>
    public FlowValue Put(FlowValue value, bool isLeft = false)
        => value.IsNone ? value : new FlowValue(value.Taints.IsEmpty ? value.Taints : Handed(value.Taints, isLeft), value.Objects.IsEmpty ? value.Objects : Handed(value.Objects));

    private FlatSet<Taint> Handed(FlatSet<Taint> taints, bool isLeft)
    {
        var handed = new List<Taint>();
        foreach (var taint in taints)
        {
            if (taint.Origin is not InputOrigin input || !IsOwn(input.Input))
            {
                handed.Add(takeOver(taint.By(Returned(taint.Trail, isLeft))));
                continue;
            }

            if (input.IsWaiting)
            {
                handed.AddRange(Taints(input).Select(one => one.At(taint.Arrived).By(Returned(Trail.Joined(one.Trail, taint.Trail), isLeft))));
                continue;
            }

            var through = Through(input);
            if (taints.Count == 1 && taint.Trail is null && taint.Arrived.Count == 0)
            {
                return through;
            }

            foreach (var one in through)
            {
                // What it goes through in there is told as well.
                handed.Add(one.At(taint.Arrived).By(Trail.Joined(one.Trail, taint.Trail)));
            }
        }

        Looked += handed.Count;
        return FlowValue.Of(handed).Taints;
    }

    private Trail? Returned(Trail? trail, bool isLeft) => isLeft ? trail : Trail.Then(trail, call, isReturned ??= $"is returned by '{name}'");

    private FlatSet<HeapObject> Handed(FlatSet<HeapObject> objects)
    {
        var all = FlatSet<HeapObject>.Empty;
        foreach (var one in objects)
        {
            all = all.Union(Objects(one));
        }

        Looked += objects.Count + all.Count;
        return all;
    }

    /// <summary>The labels that lie at a place that the summary names, as the callee hands them out again.</summary>
    private FlatSet<Taint> Through(InputOrigin origin)
    {
        gone ??= new();
        if (!gone.TryGetValue(origin, out var taints))
        {
            goesThrough ??= $"goes through '{name}'";
            gone.Add(origin, taints = Told.Select(Taints(origin), taint => taint.By(Trail.Then(taint.Trail, call, goesThrough))));
        }

        return taints;
    }

    /// <summary>The labels that lie at a place that the summary names.</summary>
    public FlatSet<Taint> Taints(InputOrigin origin)
    {
        if (!IsOwn(origin.Input))
        {
            return FlatSet<Taint>.Of(new Taint(origin, PurposeNames.None));
        }

        found ??= new();
        if (!found.TryGetValue(origin, out var value))
        {
            value = Walk(origin.Input, origin.Path, out var everything);
            if (everything)
            {
                value = (origin.Path.IsLeft && After is not null ? After : before).Deep(value, out var looked);
                Looked += looked / LooksInDepth;
            }

            found.Add(origin, value = (origin.IsWaiting || Types is not null) && Statics is not null ? value.Select(taint => Statics.Waiting(taint, origin.Path)) : value);
        }

        return value.Taints;
    }

    /// <summary>What the call puts in the place of a type parameter of the callee. Null where it does not say.</summary>
    public ITypeSymbol? TypeFor(ITypeParameterSymbol parameter) => Called is null ? null : TypeArguments.Of(parameter, callee, Called);

    /// <summary>A type that the callee names, as the call knows it.</summary>
    public ITypeSymbol? AsCalled(ITypeSymbol? type) => type is INamedTypeSymbol { IsGenericType: true } named && Called is not null ? TypeArguments.Put(named, callee, Called) : type;

    /// <summary>The objects that lie at a place that the summary names, or of which it names all that they hold.</summary>
    public FlatSet<HeapObject> ObjectsAt(InputOrigin origin) => IsOwn(origin.Input) ? Walk(origin.Input, origin.Path, out _).Objects : FlatSet<HeapObject>.Empty;

    public FlatSet<HeapObject> Objects(HeapObject one) => one switch
    {
        InputObject input when IsOwn(input.Input) => Walk(input.Input, input.Path, out _).Objects,
        MadeObject made when IsMadeInside(made) => FlatSet<HeapObject>.Of(new MadeObject(made.Site, call) { Type = made.Type is INamedTypeSymbol { IsGenericType: true } type && Called is not null ? TypeArguments.Put(type, callee, Called) : made.Type, SeenAs = made.SeenAs, Shared = made.Shared, Keeper = made.Keeper, Part = Suffix.Length == 0 ? made.Part : made.Part + Suffix, Function = made.Function, ResolvedAs = made.ResolvedAs, IsOrdinal = made.IsOrdinal, IsMany = made.IsMany || summary.MakesSeveral(made) || IsInLoop(made.Call ?? made.Site) }),
        _ => FlatSet<HeapObject>.Of(one),
    };

    /// <summary>An object that the callee has written to and that this method has not seen yet: a part of what it hands in.</summary>
    public IReadOnlyCollection<HeapObject> Make(InputObject unseen, ref Store next)
    {
        if (!IsOwn(unseen.Input))
        {
            return [unseen];
        }

        var (path, segment) = unseen.Path.Split();
        if (segment == Segment.Everything || unseen.Path.IsLeft)
        {
            return [];
        }

        var owner = new InputObject(unseen.Input, path);
        IReadOnlyCollection<HeapObject> owners = Objects(owner);
        if (owners.Count == 0 && path.Text.Length > 0)
        {
            owners = Make(owner, ref next);
        }

        var made = new MadeObject(call, null) { Part = unseen.Input.Name + "/" + unseen.Path.Text };
        var found = new List<HeapObject>();
        foreach (var one in owners)
        {
            // Another entry of the summary may have made it.
            var known = next.Read(one, segment).Objects;
            if (known.IsEmpty)
            {
                next = next.Write(one, segment, FlowValue.Of(made), false);
                found.Add(made);
            }
            else
            {
                found.AddRange(known);
            }
        }

        return found;
    }

    private FlowValue Walk(ISymbol input, AccessPath path, out bool everything)
    {
        everything = false;
        var value = input switch
        {
            INamedTypeSymbol type => StaticsOf(type),
            { } other when Captured is not null && !SymbolEqualityComparer.Default.Equals(other.ContainingSymbol, callee) => Captured(other),
            IParameterSymbol parameter => given[parameter.Ordinal],
            _ => owner,
        };
        var from = before;
        foreach (var segment in path.Segments)
        {
            if (After is not null && Segment.IsLeftIn(segment))
            {
                (value, from) = (LeftBy(input, path, segment, value), After);
                continue;
            }

            if (IsOnAnotherThread && ThreadValues.Is(input, segment))
            {
                return input is INamedTypeSymbol && path.Segments.Count == 1 ? FlowValue.None : from.Read(value, ThreadValues.Begun);
            }

            if (segment == Segment.Everything)
            {
                everything = true;
                break;
            }

            if (Segment.IsWritten(segment))
            {
                return written is not null && written.TryGetValue(new InputOrigin(input, path), out var text) ? text : FlowValue.None;
            }

            value = segment == Segment.Cell && input is IParameterSymbol { Ordinal: var ordinal } ? Cells?[ordinal] ?? FlowValue.None : Injected is null ? from.Read(value, segment) : from.Read(value, segment).And(Injected(value, segment));
        }

        return value;
    }

    /// <summary>The static members of a type are the same for caller and callee; a type parameter of the callee stands for what it is called with.</summary>
    private FlowValue StaticsOf(INamedTypeSymbol type) => Types is not null
        ? new FlowValue(FlatSet<Taint>.Empty, FlatSet<HeapObject>.Of(Types(type).Select(static one => new InputObject(one, AccessPath.Root))))
        : FlowValue.Of(new InputObject(Called is null || !type.IsGenericType ? type : TypeArguments.Put(type, callee, Called), AccessPath.Root));

    /// <summary>A local function, or a lambda, also knows the objects of the method around it, and these are the same there.</summary>
    private bool IsMadeInside(MadeObject made)
        => callee.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) || callee.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == made.Site.SyntaxTree && reference.Span.Contains((made.Call ?? made.Site).Span));

    private static readonly ConditionalWeakTable<SyntaxNode, StrongBox<bool>> Looped = new();

    private static bool IsInLoop(SyntaxNode site) => Looped.GetValue(
        site,
        static one => new StrongBox<bool>(one.Ancestors().Any(static node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax))).Value;

    /// <summary>Whether the callee is handed it; a local function also speaks of what the method around it was handed.</summary>
    public bool IsOwn(ISymbol input) => input is INamedTypeSymbol || Captured is not null || SymbolEqualityComparer.Default.Equals(input, callee) || SymbolEqualityComparer.Default.Equals(input.ContainingSymbol, callee);
}
