using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What a method that is called leaves in objects, as its summary says it.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>What lies in objects after the call.</summary>
    private void Leave(Substitution call, MethodSummary summary, IOperation operation) => Leave(call, summary, summary.Heap, operation);

    /// <param name="heap">Of the summary: all that it may have left, or what it has where it returns.</param>
    private void Leave(Substitution call, MethodSummary summary, Heap heap, IOperation operation)
    {
        Pass(call, summary);
        Expose(call, summary);
        if (heap.IsEmpty)
        {
            return;
        }

        // Two things that are handed in may be one object: what each leaves there is joined, and replaces what was there if either does.
        var written = new Dictionary<(HeapObject Object, string Segment), (FlowValue Value, bool Replaces, bool IsJoined)>();
        var unseen = new List<(InputObject Object, string Segment, FlowValue Value)>();
        List<TakenPart>? gone = null;
        List<(InputObject From, FlowValue Taken)>? takenOut = null;
        HashSet<MadeObject>? certain = null;
        var next = store;
        var looked = call.Looked;
        var isLocal = call.IsOfALocalFunction;
        foreach (var entry in heap)
        {
            // Of most methods it is a handful. Where hundreds of objects hold each other, this is where it grows.
            if (call.Looked - looked > MuchToLookThrough)
            {
                solver.Work(call.Looked - looked);
                looked = call.Looked;
                if (!solver.Spend(0))
                {
                    return;
                }
            }

            // Which delegate goes is looked up beside the part that it goes out of.
            if (Segment.IsTaken(entry.Key.Segment))
            {
                if (entry.Key.Segment == Gone)
                {
                    (takenOut ??= []).Add(((InputObject)entry.Key.Object, entry.Value));
                }

                continue;
            }

            if (entry.Key.Segment == Segment.Called)
            {
                next = entry.Value.IsNone ? Called(next, call.Objects(entry.Key.Object), ref certain) : next;
                continue;
            }

            // What a local function finds in its method, and leaves as it was.
            if (isLocal && entry.Value.Equals(store.Heap.Find(entry.Key.Object, entry.Key.Segment)))
            {
                continue;
            }

            var value = call.Put(entry.Value, entry.Key.Object is InputObject { IsWaiting: true } || Segment.IsArgument(entry.Key.Segment));
            value = entry.Key.Segment == Segment.Left ? OfFunctionsUnseen(value) : value;
            var objects = call.Objects(entry.Key.Object);
            if (entry.Key.Segment == Segment.Rest)
            {
                next = value.IsNone && objects.Count == 1 && IsTheOnly(objects[0]) && IsTheOnly(entry.Key.Object) ? Cleared(next, objects[0]) : next;
                continue;
            }

            if (objects.IsEmpty && entry.Key.Object is InputObject { Path.Text.Length: 0, IsWaiting: false } && Segment.IsArgument(entry.Key.Segment))
            {
                Lose(operation.Syntax, store.Deep(value), "a delegate");
            }

            if (objects.IsEmpty && entry.Key.Object is InputObject { Path: { Text.Length: > 0, IsLeft: false } } part && !value.IsNone)
            {
                unseen.Add((part, entry.Key.Segment, value));
                if (Segment.IsArgument(entry.Key.Segment) && call.Objects(new InputObject(part.Input, part.Path.Split().Owner)).Any(static one => one is MadeObject { Type: null }))
                {
                    LoseHanded(value);
                }
            }

            if (TakenOut(heap, entry, objects) is { } taken)
            {
                (gone ??= []).Add(taken);
            }

            if (entry.Value.Objects.Count > 1 && entry.Key.Object is InputObject)
            {
                next = Again(call, next, entry, objects);
            }

            if (!entry.Value.Objects.IsEmpty && entry.Key is { Object: InputObject, Segment: Segment.Last })
            {
                next = CountTwice(call, next, entry, objects);
            }

            foreach (var one in objects)
            {
                // What is written holds what was there before, where the method has not replaced it itself.
                var replaces = objects.Count == 1 && entry.Key.Segment != Segment.Unknown && IsTheOnly(one) && (entry.Key.Object is MadeObject || IsTheOnly(entry.Key.Object));
                value = one is InputObject { IsWaiting: true } place && entry.Key.Object is not InputObject { IsWaiting: true } ? PutInto(place, entry.Key.Segment, value, at) : value;
                var segment = Store.MemberNamed(one, entry.Key.Segment) is { Length: > 0 } member ? member : entry.Key.Segment;
                written[(one, segment)] = written.TryGetValue((one, segment), out var other) ? (other.Value.And(value), other.Replaces || replaces, true) : (value, replaces, false);
            }
        }

        foreach (var entry in written)
        {
            Written(entry.Key.Object, entry.Key.Segment);
            if (entry.Value.Replaces)
            {
                Pass(entry.Key.Object, entry.Key.Segment, next.Heap.Find(entry.Key.Object, entry.Key.Segment));
            }

            next = next.Write(entry.Key.Object, entry.Key.Segment, entry.Value.Value, entry.Value.Replaces);
        }

        // Owners before their parts, so that each part finds what it lies in.
        foreach (var (part, segment, value) in unseen.OrderBy(static one => one.Object.Path.Segments.Count).ThenBy(static one => one.Object.Path.Text, StringComparer.Ordinal).ThenBy(static one => (one.Object.Input as IParameterSymbol)?.Ordinal ?? -1))
        {
            foreach (var one in call.Make(part, ref next))
            {
                Written(one, segment);
                next = next.Write(one, segment, value, false);
            }
        }

        (var before, store) = (store, next);
        foreach (var part in gone ?? [])
        {
            // What comes there under another name comes there in whatever order.
            if (written.TryGetValue((part.Owner, part.Part), out var there) && !there.IsJoined)
            {
                TakeAway(call, part, before.Read(part.Owner, part.Part));
            }
        }

        foreach (var (from, taken) in takenOut ?? [])
        {
            TakeOut(call, heap, from, taken, before, operation);
        }

        RunCalled(written.Keys, operation, certain, certain is not null && LeavesNothingElse(heap));
    }
}
