using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Functions that lie in members and events: whoever calls what lies there reads what they read.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>A function is put into a member.</summary>
    private void KeepFunctions(ISymbol member, FlowValue value)
    {
        foreach (var function in Functions(HoldsFunctions(member) ? store.Deep(value) : value))
        {
            solver.KeepFunction(Segment.Of(member), function.Function!);
        }
    }

    /// <summary>Whether a member is a table or a list of functions.</summary>
    private static bool HoldsFunctions(ISymbol member) => (member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type) switch
    {
        IArrayTypeSymbol array => array.ElementType.TypeKind == TypeKind.Delegate,
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate } type => type.TypeArguments.Any(static argument => argument.TypeKind == TypeKind.Delegate),
        _ => false,
    };

    /// <summary>The functions that lie in members when a method ends, also where a method that it calls has put them there, or they lie in a collection that lies in the member.</summary>
    private void KeepFunctions(Heap heap)
    {
        Dictionary<string, List<FlowValue>>? kept = null;
        foreach (var one in heap.Objects)
        {
            foreach (var part in heap.PartsOf(one))
            {
                if (part.Value.Objects.IsEmpty || Segment.IsArgument(part.Key))
                {
                    continue;
                }

                if ((Segment.IsMember(part.Key) ? part.Key : IsInside(part.Key) ? HolderOf(one) : null) is { } member)
                {
                    kept ??= new(StringComparer.Ordinal);
                    if (!kept.TryGetValue(member, out var values))
                    {
                        kept.Add(member, values = []);
                    }

                    values.Add(part.Value);
                }
            }
        }

        foreach (var one in kept ?? [])
        {
            KeepFunctions(one.Key, one.Value, heap);
        }
    }

    // Tables of tables; what lies deeper is rare, and a list that holds itself has no end.
    private const int Deepest = 3;

    /// <summary>The member in which a collection lies, as far as it says so itself.</summary>
    private static string? HolderOf(HeapObject one) => one switch
    {
        InputObject input => PartOf(input.Path),
        MadeObject { Keeper: { } keeper } => Segment.Of(keeper),
        _ => null,
    };

    /// <param name="level">What lies in the member, in whatever object. Each object is opened once, however many hold it: all may hold all.</param>
    private void KeepFunctions(string member, List<FlowValue> level, Heap heap)
    {
        var seen = new HashSet<HeapObject>();
        for (var depth = Deepest; level.Count > 0; depth--)
        {
            var next = new List<FlowValue>();
            foreach (var value in level)
            {
                foreach (var one in value.Objects)
                {
                    if (one is not MadeObject made || !seen.Add(one))
                    {
                        continue;
                    }

                    if (made.Function is { } function)
                    {
                        // What a lambda of this method reads is known here.
                        if (made.Call is not null || function.MethodKind != MethodKind.AnonymousFunction || readers.Contains(function))
                        {
                            solver.KeepFunction(member, function);
                        }
                    }
                    else if (depth > 0)
                    {
                        foreach (var part in heap.PartsOf(one))
                        {
                            if (IsInside(part.Key))
                            {
                                next.Add(part.Value);
                            }
                        }
                    }
                }
            }

            level = next;
        }
    }

    private static bool IsInside(string segment) => Segment.IsElement(segment) || segment == Segment.Unknown || Segment.IsItem(segment);

    /// <summary>The last member on a way. Null where there is none.</summary>
    private static string? PartOf(AccessPath path) => path.Segments.LastOrDefault(Segment.IsMember);

    /// <summary>
    /// A delegate of a member is called. Where nobody in the program hands over the object, or the code works for a purpose whoever does, it is any that is put there in whatever object; else
    /// whoever has the object knows which it is.
    /// </summary>
    /// <param name="site">Where that happens, or where the code here calls what does.</param>
    /// <param name="type">The type by which it is called, as far as that is known.</param>
    /// <param name="isAskedOf">Whether those who hand over the object are told that it is called.</param>
    private void RunsKept(string segment, SyntaxNode site, ITypeSymbol? type, bool isAskedOf)
    {
        if (solver.KeptIn(segment) is not { Count: > 0 } kept || (isAskedOf && PurposesAt(site).IsUndeclared && solver.IsCalled(method)))
        {
            return;
        }

        foreach (var function in kept)
        {
            if (MayBeCalledAs(function, type))
            {
                RunsHere(function, site);
            }
        }
    }

    /// <summary>A function is called, wherever it lies.</summary>
    /// <param name="called">The expression that stands for it.</param>
    /// <param name="value">What it yields.</param>
    private void RunsKept(SyntaxNode site, IOperation called, FlowValue value)
    {
        Runs(site, called, value);
        foreach (var one in value.Objects)
        {
            if (one is MadeObject { Keeper: { } keeper })
            {
                RunsKept(Segment.Of(keeper), site, called.Type, isAskedOf: true);
            }
        }

        RunsNamed(called, value, site);
    }

    /// <summary>A method that is called here calls delegates that are known here: for whoever calls it, and so for the code here, or for what it declares itself.</summary>
    private void RunsIn(FlatSet<HeapObject> objects, InputArrival arrival, SyntaxNode site, ITypeSymbol? type)
    {
        foreach (var one in objects)
        {
            if (one is not MadeObject { Function: { } function, Call: not null } || !MayBeCalledAs(function, type) || (function.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) && !solver.MayRead(function.OriginalDefinition)))
            {
                continue;
            }

            if (IsForCaller(arrival.Syntax, arrival.Runner!))
            {
                RunsHere(function, site);
            }
            else
            {
                Calls(arrival.Runner!, function, arrival.Syntax);
            }
        }
    }

    /// <summary>Whether code that was called here works for whoever calls it.</summary>
    private bool IsForCaller(SyntaxNode site, IMethodSymbol by) => solver.Contexts.PurposesAt(site, by).IsUndeclared;

    private void RunsHere(IMethodSymbol function, SyntaxNode site)
    {
        foreach (var run in function.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction ? [function] : solver.Targets.Of(function, !function.IsStatic, default, null, FlowValue.None))
        {
            CallsHere(run.PartialImplementationPart ?? run, site);
        }
    }

    /// <summary>Whether a function takes what it is called with: a table of functions by type holds many that do not.</summary>
    private static bool MayBeCalledAs(IMethodSymbol function, ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { DelegateInvokeMethod.Parameters: var called } || called.Length != function.Parameters.Length)
        {
            return true;
        }

        for (var i = 0; i < called.Length; i++)
        {
            if (!Known.IsOpen(called[i].Type) && !Known.IsOpen(function.Parameters[i].Type) && !Known.CanBe(called[i].Type, function.Parameters[i].Type))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A member is called of an object of which the way is not known so far.</summary>
    private void RunsNamed(IOperation called, FlowValue owner, SyntaxNode site)
    {
        if (owner.Taints.Any(static taint => taint.Origin is InputOrigin input && PartOf(input.Path) is not null && !IsShortened(input.Path)) || owner.Objects.Any(IsFunction))
        {
            return;
        }

        foreach (var member in MembersBehind(called))
        {
            RunsKept(Segment.Of(member), site, called.Type, isAskedOf: false);
        }
    }

    private static bool IsShortened(AccessPath path) => path.Segments[path.Segments.Count - 1] == Segment.Everything;

    private IEnumerable<ISymbol> MembersBehind(IOperation called) => Through(called) switch
    {
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } or IEventSymbol } member => [member.Member],
        IFlowCaptureReferenceOperation capture when graph.Targets.TryGetValue(capture.Id, out var captured) => captured.SelectMany(MembersBehind),
        _ => [],
    };
}
