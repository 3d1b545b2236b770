using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Delegates that a method which is called calls in its turn.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>What has been called by a method that was called, with a delegate that this one handed it or finds where it finds it.</summary>
    /// <param name="certain">Those of them that it calls whatever way it takes. Null where there are none.</param>
    /// <param name="isAll">Whether the method leaves nothing else: what they leave is there when it is done.</param>
    private void RunCalled(IEnumerable<(HeapObject Object, string Segment)> written, IOperation operation, HashSet<MadeObject>? certain, bool isAll)
    {
        HashSet<MadeObject>? called = certain is null ? null : [.. certain];
        foreach (var (one, segment) in written)
        {
            if (one is MadeObject made && Segment.IsArgument(segment))
            {
                called ??= new HashSet<MadeObject>();
                if (made.Function is not null)
                {
                    called.Add(made);
                    continue;
                }

                // What lies deeper than a summary can say is meant.
                foreach (var inner in store.Heap.ReachedFrom([made]).OfType<MadeObject>().Where(static inner => inner.Function is not null))
                {
                    store = store.Write(inner, segment, store.Read(made, segment), false);
                    called.Add(inner);
                }
            }
        }

        foreach (var one in called?.OrderBy(static one => one.Site.SpanStart).ThenBy(static one => one.Call?.SpanStart ?? -1).ToArray() ?? [])
        {
            var before = store;
            Run(one, operation);
            if (isAll && called!.Count == 1 && certain?.Contains(one) == true)
            {
                // How often, only the called method knows.
                before = store;
                Run(one, operation);
            }

            // Whether any other has been called, the called method knows.
            store = store.Join(before);
        }
    }

    /// <summary>A method that is called calls a delegate whatever way it takes.</summary>
    private Store Called(Store next, FlatSet<HeapObject> functions, ref HashSet<MadeObject>? certain)
    {
        switch (functions.Count == 1 ? functions[0] : null)
        {
            case MadeObject { Function: not null } function:
                (certain ??= new HashSet<MadeObject>()).Add(function);
                return next;
            case InputObject { IsWaiting: false } handed when IsCallable(handed) && IsTheOnly(handed):
                return next.Write(handed, Segment.Called, FlowValue.None, true);
            default:
                return next;
        }
    }

    private static bool LeavesNothingElse(Heap heap)
    {
        foreach (var one in heap.Objects)
        {
            foreach (var part in heap.PartsOf(one))
            {
                if (part.Key != Segment.Called && !Segment.IsArgument(part.Key))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
