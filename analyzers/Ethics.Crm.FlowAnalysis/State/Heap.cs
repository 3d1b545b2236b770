using System.Collections;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>What lies in objects, by object and then by part: what one object holds is found without a look at all others. Immutable.</summary>
internal sealed class Heap : IEnumerable<KeyValuePair<(HeapObject Object, string Segment), FlowValue>>
{
    private static readonly FlatMap<string, FlowValue> Nothing = new(StringComparer.Ordinal);

    public static readonly Heap Empty = new(new(EqualityComparer<HeapObject>.Default));

    private readonly FlatMap<HeapObject, FlatMap<string, FlowValue>> objects;

    private Heap(FlatMap<HeapObject, FlatMap<string, FlowValue>> objects) => this.objects = objects;

    public IReadOnlyList<HeapObject> Objects => objects.Keys;

    public bool IsEmpty => objects.IsEmpty;

    /// <summary>What is known of the parts of an object.</summary>
    public FlatMap<string, FlowValue> PartsOf(HeapObject one) => objects.Find(one) ?? Nothing;

    public bool ContainsKey((HeapObject Object, string Segment) part) => Find(part.Object, part.Segment) is not null;

    /// <summary>Null when nothing is known of it.</summary>
    public FlowValue? Find(HeapObject one, string segment) => objects.Find(one)?.Find(segment);

    public Heap With(HeapObject one, string segment, FlowValue value)
    {
        var before = PartsOf(one);
        var after = before.With(segment, value);
        return ReferenceEquals(before, after) ? this : new(objects.With(one, after));
    }

    /// <summary>Both together. Itself when the other one adds nothing.</summary>
    /// <param name="initial">What a part of an object holds of which this one says nothing; not asked for objects that were made here, which hold nothing.</param>
    /// <param name="otherInitial">The same for the other one.</param>
    public Heap Join(Heap other, Func<HeapObject, string, FlowValue> initial, Func<HeapObject, string, FlowValue> otherInitial)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        var joined = objects.Join(
            other.objects,
            (one, mine, others) => Join(one, mine, others, initial, otherInitial),
            (one, mine) => one is InputObject ? Join(one, mine, Nothing, initial, otherInitial) : mine,
            (one, others) => one is InputObject ? Join(one, Nothing, others, initial, otherInitial) : others);
        return ReferenceEquals(joined, objects) ? this : new(joined);
    }

    public bool IsSame(Heap other) => ReferenceEquals(this, other) || objects.IsSame(other.objects, static (mine, others) => mine.IsSame(others, static (value, otherValue) => value.Equals(otherValue)));

    /// <summary>Without keys that mean something in one call of a method alone: what lies under them is among the elements.</summary>
    public Heap WithoutOwnKeys()
    {
        var heap = this;
        foreach (var one in objects)
        {
            var held = FlowValue.None;
            var isAny = false;
            foreach (var part in one.Value)
            {
                if (Segment.IsSame(part.Key))
                {
                    held = held.And(part.Value);
                    isAny = true;
                }
            }

            if (!isAny)
            {
                continue;
            }

            var parts = one.Value.Where(static segment => !Segment.IsSame(segment));
            if (!held.IsNone)
            {
                var elements = parts.Find(Segment.Elements) ?? (one.Key is InputObject input && parts.Find(Segment.Rest) is null ? input.Part(Segment.Elements) : FlowValue.None);
                parts = parts.With(Segment.Elements, elements.And(held));
            }

            heap = new(heap.objects.With(one.Key, parts));
        }

        return heap;
    }

    /// <summary>The objects that a caller can come to: those that it hands in, and whatever lies in them or in what comes out.</summary>
    /// <param name="handedOut">What comes out.</param>
    public Heap Reachable(IEnumerable<HeapObject> handedOut)
    {
        if (!HoldsMade)
        {
            return this;
        }

        var seen = ReachedFrom(handedOut.Concat(objects.Keys.Where(static one => one is InputObject)));
        return objects.Where(seen.Contains) is var kept && ReferenceEquals(kept, objects) ? this : new(kept);
    }

    /// <summary>Whether it knows of objects that nobody hands in: those alone can be out of reach.</summary>
    public bool HoldsMade
    {
        get
        {
            foreach (var one in objects)
            {
                if (one.Key is not InputObject)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>These objects, and whatever lies in them.</summary>
    public HashSet<HeapObject> ReachedFrom(IEnumerable<HeapObject> some)
    {
        var seen = new HashSet<HeapObject>(some);
        var pending = new Stack<HeapObject>(seen);
        while (pending.Count > 0)
        {
            foreach (var part in PartsOf(pending.Pop()))
            {
                foreach (var inner in part.Value.Objects)
                {
                    if (seen.Add(inner))
                    {
                        pending.Push(inner);
                    }
                }
            }
        }

        return seen;
    }

    public IEnumerator<KeyValuePair<(HeapObject Object, string Segment), FlowValue>> GetEnumerator()
    {
        foreach (var one in objects)
        {
            foreach (var part in one.Value)
            {
                yield return new((one.Key, part.Key), part.Value);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static FlatMap<string, FlowValue> Join(
        HeapObject one, FlatMap<string, FlowValue> mine, FlatMap<string, FlowValue> others, Func<HeapObject, string, FlowValue> initial, Func<HeapObject, string, FlowValue> otherInitial)
        => one is InputObject
            ? mine.Join(others, static (_, value, otherValue) => value.And(otherValue), (segment, value) => value.And(otherInitial(one, segment)), (segment, value) => initial(one, segment).And(value))
            : mine.Join(others, static (_, value, otherValue) => value.And(otherValue));
}
