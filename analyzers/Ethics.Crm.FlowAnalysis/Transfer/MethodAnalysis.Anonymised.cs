using Ethics.Crm.FlowAnalysis.State;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What comes out of methods that anonymise.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Neither what comes out nor what the method has put into it carries a label; what lay in there before keeps its own.</summary>
    /// <param name="before">What was known before the method ran.</param>
    private FlowValue Anonymised(FlowValue result, Store before)
    {
        var seen = new HashSet<HeapObject>(result.Objects);
        var pending = new Stack<HeapObject>(seen);
        while (pending.Count > 0)
        {
            var one = pending.Pop();
            foreach (var part in store.Heap.PartsOf(one))
            {
                var had = before.Own(one, part.Key);
                if (!Segment.IsHeld(part.Key) || part.Value.Equals(had))
                {
                    continue;
                }

                var taints = part.Value.Taints.Where(taint => had.Taints.Known(taint) is { } known && Trail.Compare(known.Trail, taint.Trail) == 0);

                // Of code that nobody knows, all that went in may lie in there: it comes out anonymised, too.
                var objects = part.Key == Segment.Unknown ? part.Value.Objects.Where(had.Objects.Contains) : part.Value.Objects;
                store = store.Write(one, part.Key, new FlowValue(taints, objects), true);
                foreach (var inner in objects)
                {
                    // What others know besides is theirs.
                    if (inner is MadeObject && seen.Add(inner))
                    {
                        pending.Push(inner);
                    }
                }
            }
        }

        return result.Unlabelled();
    }
}
