using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Calls that hand one object in on two ways. A method takes each thing that it is handed for another one; only its caller knows better.</summary>
internal sealed partial class MethodAnalysis
{
    // What lay in objects that are handed in, and was replaced again: under another name it may have been found meanwhile.
    private Heap passed = Heap.Empty;

    /// <summary>What the called method finds in objects: what lies there before the call and, where it is handed one object on two ways, what it leaves there under the other name, or puts there in between.</summary>
    private Substitution SeenBy(IMethodSymbol called, MethodSummary summary, Func<Store, Substitution> handed)
    {
        var call = handed(store);
        if (!IsHandedTwice(called, summary, call))
        {
            return call;
        }

        var seen = store;
        while (true)
        {
            var next = seen;
            var looked = call.Looked;
            foreach (var entry in summary.Heap.Concat(summary.Passed))
            {
                var value = call.Put(entry.Value);
                foreach (var one in call.Objects(entry.Key.Object))
                {
                    next = next.Write(one, entry.Key.Segment, value, false);
                }

                // Objects that hold each other, hundreds of them, grow with each round.
                if (call.Looked - looked > MuchToLookThrough)
                {
                    solver.Work(call.Looked - looked);
                    looked = call.Looked;
                    if (!solver.Spend(0))
                    {
                        return call;
                    }
                }
            }

            if (next.IsSame(seen))
            {
                return call;
            }

            seen = next;
            call = handed(seen);
        }
    }

    /// <summary>Whether an object that the method writes may be another one of those that it reads or writes.</summary>
    private static bool IsHandedTwice(IMethodSymbol called, MethodSummary summary, Substitution call)
    {
        var inputs = summary.InputsOf(called);
        if (inputs.Count < 2)
        {
            return false;
        }

        var seen = new HashSet<HeapObject>();
        foreach (var input in inputs)
        {
            foreach (var one in call.Objects(input))
            {
                if (!seen.Add(one))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Pass(HeapObject one, string segment, FlowValue? value)
    {
        if (one is InputObject && value is { IsNone: false })
        {
            var before = passed.Find(one, segment) ?? FlowValue.None;
            passed = passed.With(one, segment, before.And(value));
        }
    }

    private Store Cleared(Store from, HeapObject collection)
    {
        foreach (var part in from.Heap.PartsOf(collection))
        {
            Pass(collection, part.Key, part.Value);
        }

        return from.Clear(collection);
    }

    /// <summary>What a called method puts into objects and replaces again: those that were handed to this one are told to its caller.</summary>
    private void Pass(Substitution call, MethodSummary summary)
    {
        foreach (var entry in summary.Passed)
        {
            var value = call.Put(entry.Value);
            foreach (var one in call.Objects(entry.Key.Object))
            {
                Pass(one, entry.Key.Segment, value);
            }
        }
    }
}
