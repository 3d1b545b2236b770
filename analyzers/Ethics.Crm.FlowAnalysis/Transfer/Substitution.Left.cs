using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What functions leave in what they are called with: the callee does not know them, and says of which one it speaks; where they are known, it lies in what they were called with once they have run.</summary>
internal sealed partial class Substitution
{
    /// <summary>What is known once the functions have run that the callee calls. Null where none of them is known.</summary>
    public Store? After { get; init; }

    /// <summary>The same with what is known behind those functions.</summary>
    public Substitution Behind(Store after) => new(callee, summary, owner, given, before, call, name, takeOver)
    {
        Cells = Cells,
        Called = Called,
        Statics = Statics,
        Types = Types,
        Captured = Captured,
        Suffix = Suffix,
        Injected = Injected,
        IsOnAnotherThread = IsOnAnotherThread,
        After = after,
    };

    /// <param name="functions">The functions: those that are known here, and those of which again only callers know.</param>
    private FlowValue LeftBy(ISymbol input, AccessPath path, string segment, FlowValue functions)
    {
        var left = FlowValue.None;
        var isAnyKnown = false;
        foreach (var one in functions.Objects)
        {
            if (one is InputObject unseen)
            {
                left = left.And(before.Read(unseen, segment));
            }
            else
            {
                isAnyKnown = true;
            }
        }

        var called = new InputObject(input, path.ToFunction());
        return isAnyKnown && summary.Heap.Find(called, Segment.ArgumentOf(segment)) is { } handed
            ? left.And(new FlowValue(FlatSet<Taint>.Empty, Put(handed.Unlabelled().Where(static one => one is not InputObject { Path.IsLeft: true })).Objects))
            : left;
    }
}
