using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// Static members. What lies in one that is followed is handed to every method, as <c>this</c> is, and handed back: a summary speaks of it as of any other object. Of one that is not followed
/// is only asked whether anything labelled comes into it; if so it is followed from then on.
/// </summary>
internal sealed partial class MethodAnalysis
{
    private const string ServicePart = "service";

    /// <summary>Whether anything that lies where it is not followed may have been met: nothing is looked for elsewhere.</summary>
    private bool shares;

    /// <summary>What was put into members that are not followed: labels may come into it later.</summary>
    private readonly List<(ISymbol Member, SyntaxNode Syntax, FlowValue Value)> kept = [];

    /// <summary>What lay in static members while code ran that nobody knows.</summary>
    private Heap exposed = Heap.Empty;

    /// <summary>The statement that is looked at.</summary>
    private SyntaxNode? at;

    private static InputObject StaticsOf(INamedTypeSymbol type) => new(type, AccessPath.Root);

    /// <summary>What is read out of a static member.</summary>
    private FlowValue Static(IOperation operation, ISymbol member, ITypeSymbol? type)
        => solver.Statics.IsFollowed(member) ? store.Read(StaticsOf(member.ContainingType), Segment.Of(member)) : Shared(operation, member, type);

    private void AssignStatic(IOperation target, FlowValue value, bool isOneOfMany)
    {
        if (MemberReads.Member(target) is { } member && !purposes.Reads.MayBeLabelled(member, null, cancellationToken))
        {
            AssignStatic(target, member, value, isOneOfMany);
        }
    }

    private void AssignStatic(IOperation target, ISymbol member, FlowValue value, bool isOneOfMany)
    {
        if (IsFromElsewhere(member))
        {
            Lose(target.Syntax, store.Deep(value), $"the static '{SymbolNames.Display(member)}'");
        }
        else if (solver.Statics.IsFollowed(member))
        {
            at = OperationNames.NameOf(target.Syntax);
            Write(StaticsOf(member.ContainingType), Segment.Of(member), value, !isOneOfMany && IsOneType(member.ContainingType));
            foreach (var other in value.Objects.OfType<MadeObject>().Select(static one => one.Keeper).OfType<ISymbol>())
            {
                // Two members hold one object.
                solver.Statics.Enter(other);
            }
        }
        else
        {
            Enter(member, target.Syntax, value);
        }
    }

    /// <summary>The member that is called, with its type arguments and those of its type. Null where there are none.</summary>
    private static ISymbol? Constructed(IOperation call, IMethodSymbol definition) => !definition.ContainingType.IsGenericType && !definition.IsGenericMethod ? null : call switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IMemberReferenceOperation member => member.Member,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };

    /// <summary>Whether it has no type parameter of which only the run time knows what it is: with each other type it has other static members.</summary>
    private static bool IsOneType(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.TypeArguments.Any(static argument => argument.TypeKind == TypeKind.TypeParameter || (argument is INamedTypeSymbol { IsGenericType: true } inner && !IsOneType(inner))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Each label tells where it was put.</summary>
    private FlowValue PutInto(InputObject place, string segment, FlowValue value, SyntaxNode? syntax)
    {
        if (value.Taints.IsEmpty || syntax is null || Segment.IsArgument(segment))
        {
            return value;
        }

        var word = solver.Statics.Put(new AccessPath(place.Path.Text.Length == 0 ? segment : place.Path.Text + "/" + segment));
        return value.Select(taint => taint.Trail?.Word == word ? taint : taint.By(Trail.Then(taint.Trail, syntax, word)));
    }

    /// <summary>A label that lay in a static member before this method was called tells where it is found.</summary>
    private FlowValue Found(IOperation operation, FlowValue value) => value.Select(taint => taint is { Trail: null, Origin: InputOrigin { IsWaiting: true, Path: var path } }
        ? taint.By(Trail.Then(null, OperationNames.NameOf(operation.Syntax), $"is found in '{solver.Statics.NameOf(path)}'"))
        : taint);

    /// <summary>The services that a container may have handed out as this type: the one object of each that is followed.</summary>
    private FlatSet<HeapObject> Serving(ITypeSymbol? type, string? key)
    {
        shares = true;
        return solver.Statics.IsAny ? solver.Services.ObjectsOf(type, key).Objects.Where(one => solver.Statics.IsFollowed(((InputObject)one).Input)) : FlatSet<HeapObject>.Empty;
    }

    /// <summary>Something is put into a static member that is not followed, or into an object in it.</summary>
    private void Enter(ISymbol member, SyntaxNode syntax, FlowValue value)
    {
        Enter(member, syntax, store.Deep(value).Taints);
        if (!value.Objects.IsEmpty)
        {
            if (store.Heap.ReachedFrom(value.Objects).Any(static one => one is MadeObject { Function: not null }))
            {
                // Who calls it is not known before it is looked for.
                solver.Enter(member);
            }

            shares = true;
            kept.Add((member, syntax, value));
        }
    }

    private void Enter(ISymbol member, SyntaxNode syntax, FlatSet<Taint> taints)
    {
        foreach (var taint in taints)
        {
            if (taint.Origin is InputOrigin { IsWaiting: false } input)
            {
                graph.Arrive(new InputArrival(input, syntax, SymbolNames.Display(member), "", PurposeNames.None) { Purposes = ImmutableArray<string>.Empty, IsLost = true, Keeper = member });
            }
            else
            {
                solver.Enter(member);
            }
        }
    }

    /// <summary>A method that was called has put something that was handed in into a static member that is not followed.</summary>
    private void Enter(Substitution call, InputArrival arrival)
    {
        Enter(arrival.Keeper!, arrival.Syntax, call.Taints(arrival.Origin));
        if (call.ObjectsAt(arrival.Origin) is { IsEmpty: false } objects)
        {
            shares = true;
            kept.Add((arrival.Keeper!, arrival.Syntax, new FlowValue(FlatSet<Taint>.Empty, objects)));
            KeepFunctions(Segment.Of(arrival.Keeper!), [new FlowValue(FlatSet<Taint>.Empty, objects)], store.Heap);
        }
    }

    /// <summary>A member of a collection that only looks whether, or where, something is in it, or takes it out.</summary>
    private static bool OnlyAsks(IMethodSymbol method)
        => method.Name is "Contains" or "ContainsKey" or "ContainsValue" or "IndexOf" or "LastIndexOf" or "BinarySearch" or "Remove" or "TryRemove" or "TryGetValue" or "TryGetKey"
            or "SetEquals" or "Overlaps" or "IsSubsetOf" or "IsSupersetOf" or "IsProperSubsetOf" or "IsProperSupersetOf" or "ExceptWith" or "IntersectWith"
        && Known.IsCollection(method.ContainingType) && !Known.IsBuilder(method.ContainingType);

    /// <summary>Whether an object keeps what code that nobody knows is asked with: a client, a logger or a timer that lies in a static member is no place where values wait.</summary>
    private bool Keeps(HeapObject one, IMethodSymbol target, ITypeSymbol? type) => one switch
    {
        MadeObject { Shared: not null } => !OnlyAsks(target),
        InputObject { IsWaiting: true } => !OnlyAsks(target) && (Known.IsCollection(type) || Known.IsKeeper(type)),
        _ => true,
    };

    /// <summary>Code that nobody knows runs here, and may call whatever it likes: what lies in static members now, that finds, also where it is taken out again behind the call.</summary>
    private void Expose()
    {
        foreach (var entry in store.Heap.Objects.Any(static one => one is InputObject { IsWaiting: true }) ? store.Heap.Reachable([]) : Heap.Empty)
        {
            exposed = exposed.With(entry.Key.Object, entry.Key.Segment, (exposed.Find(entry.Key.Object, entry.Key.Segment) ?? FlowValue.None).And(entry.Value));
        }
    }

    /// <summary>The same of a method that is called.</summary>
    private void Expose(Substitution call, MethodSummary summary)
    {
        foreach (var entry in summary.Exposed)
        {
            var value = call.Put(entry.Value, true);
            foreach (var one in call.Objects(entry.Key.Object))
            {
                exposed = exposed.With(one, entry.Key.Segment, (exposed.Find(one, entry.Key.Segment) ?? FlowValue.None).And(value));
            }
        }
    }

    /// <summary>What flows with the calls does not flow back out of a method that runs on its own.</summary>
    private static Store WithoutAmbient(Store end)
    {
        var heap = end.Heap;
        foreach (var one in heap.Objects.OfType<InputObject>())
        {
            heap = heap.Find(one, Known.AmbientValue) is null ? heap : heap.With(one, Known.AmbientValue, one.Part(Known.AmbientValue));
        }

        return end with { Heap = heap };
    }

    /// <summary>What lambdas leave in static members may come there after all else.</summary>
    private MethodSummary LeftWhenever(MethodSummary summary)
    {
        return summary with { Heap = Whenever(summary.Heap), Returned = summary.Returned is { } returned ? Whenever(returned) : null };

        Heap Whenever(Heap heap)
        {
            var end = Store.Empty with { Heap = heap };
            foreach (var function in nested.Functions.Where(static function => function.Symbol.MethodKind == MethodKind.AnonymousFunction))
            {
                foreach (var entry in nested.SummaryOf(function.Symbol).Heap)
                {
                    end = entry.Key.Object is InputObject { IsWaiting: true } one ? end.Write(one, entry.Key.Segment, entry.Value, false) : end;
                }
            }

            return end.Heap;
        }
    }
}
