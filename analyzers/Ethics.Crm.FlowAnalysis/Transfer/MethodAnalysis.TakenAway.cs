using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// Delegates that are taken out of events and members: who has begun to listen does so no more. Where the object is handed in, which delegates lie there only callers know: a summary says which one goes,
/// and the caller takes it away.
/// </summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>A part of an object loses one of its delegates.</summary>
    /// <param name="handler">What is taken away.</param>
    private void TakeAway(HeapObject owner, string segment, FlowValue handler)
    {
        if (!IsTheOnly(owner))
        {
            return;
        }

        Remember(owner, segment, handler);
        Write(owner, segment, Without(store.Read(owner, segment), handler), true);
    }

    /// <summary>A delegate that lies there already is added once more: one that is taken away leaves the other.</summary>
    private void CountAgain(FlowValue owner, string segment, FlowValue handler)
    {
        var before = store.Read(owner, segment).Objects;
        foreach (var one in handler.Objects)
        {
            if ((IsFunction(one) || IsMadeElsewhere(one)) && before.Contains(one))
            {
                store = store.Write(one, Segment.Again, FlowValue.None, false);
            }
        }
    }

    /// <summary>Callers are told, as long as nothing has been put there or taken away before: a delegate that was added here is taken away first.</summary>
    private void Remember(HeapObject owner, string segment, FlowValue handler)
    {
        if (owner is InputObject input && Taken(handler) is { } taken && store.Own(input, segment).Equals(input.Part(segment)) && !store.Heap.ContainsKey((input, Segment.TakenFrom(segment))))
        {
            Write(input, Segment.TakenFrom(segment), FlowValue.Of(taken), true);
        }
    }

    /// <summary>The one delegate that a value is for certain. Null for any other.</summary>
    private static HeapObject? Taken(FlowValue handler)
    {
        HeapObject? found = null;
        foreach (var one in handler.Objects)
        {
            if (IsFunction(one) || IsMadeElsewhere(one))
            {
                if (found is not null)
                {
                    return null;
                }

                found = one;
            }
        }

        return found is not null && IsUnseen(found) ? null : found;
    }

    /// <summary>What a called method has taken out of a part of what it was handed. Null where it has left all there.</summary>
    private static TakenPart? TakenOut(Heap heap, KeyValuePair<(HeapObject Object, string Segment), FlowValue> entry, FlatSet<HeapObject> owners)
        => !entry.Value.Objects.IsEmpty && entry.Key.Object is InputObject handed && owners.Count == 1 && heap.Find(handed, Segment.TakenFrom(entry.Key.Segment)) is { } taken
            ? new(handed, entry.Key.Segment, entry.Value, taken, owners[0])
            : null;

    /// <summary>A called method has added delegates that lay there already.</summary>
    private Store Again(Substitution call, Store next, KeyValuePair<(HeapObject Object, string Segment), FlowValue> entry, FlatSet<HeapObject> owners)
    {
        var initial = ((InputObject)entry.Key.Object).Part(entry.Key.Segment).Objects;
        foreach (var one in entry.Value.Objects)
        {
            if ((IsFunction(one) || IsMadeElsewhere(one)) && !initial.Contains(one))
            {
                foreach (var added in call.Objects(one))
                {
                    if (IsFunction(added) && owners.Any(owner => store.Read(owner, entry.Key.Segment).Objects.Contains(added)))
                    {
                        next = next.Write(added, Segment.Again, FlowValue.None, false);
                    }
                }
            }
        }

        return next;
    }

    /// <param name="before">What lay there before the call.</param>
    private void TakeAway(Substitution call, TakenPart part, FlowValue before)
    {
        var initial = part.Object.Part(part.Part);
        if (!part.Taken.Taints.IsEmpty || part.Taken.Objects.Count != 1 || !IsTheOnly(part.Owner) || !IsTheOnly(part.Object) || !initial.Objects.All(part.Left.Objects.Contains))
        {
            // On some ways only, or something else lies there since.
            return;
        }

        var gone = call.Put(part.Taken).Unlabelled();
        var rest = Without(before, gone);
        if (!ReferenceEquals(rest, before))
        {
            var added = part.Left.Where(one => !initial.Objects.Contains(one));
            store = store.Write(part.Owner, part.Part, rest.And(call.Put(added)), true);
        }
        else if (part.Owner is InputObject input && Taken(gone) is { } known && before.Equals(input.Part(part.Part)) && !store.Heap.ContainsKey((input, Segment.TakenFrom(part.Part))))
        {
            Write(input, Segment.TakenFrom(part.Part), FlowValue.Of(known), true);
        }
    }

    /// <param name="Left">What lies there behind the call, as the method says it.</param>
    /// <param name="Taken">The delegate that lay there before.</param>
    /// <param name="Owner">What was handed in.</param>
    private sealed record TakenPart(InputObject Object, string Part, FlowValue Left, FlowValue Taken, HeapObject Owner);
}
