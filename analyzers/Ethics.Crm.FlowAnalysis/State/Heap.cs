using System.Collections;
using System.Collections.Immutable;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>What lies in objects, by object and then by part: what one object holds is found without a look at all others. Immutable.</summary>
internal sealed class Heap : IEnumerable<KeyValuePair<(HeapObject Object, string Segment), FlowValue>>
{
    public static readonly Heap Empty = new(ImmutableDictionary<HeapObject, ImmutableDictionary<string, FlowValue>>.Empty);

    private static readonly ImmutableDictionary<string, FlowValue> Nothing = ImmutableDictionary<string, FlowValue>.Empty;
    private readonly ImmutableDictionary<HeapObject, ImmutableDictionary<string, FlowValue>> objects;

    private Heap(ImmutableDictionary<HeapObject, ImmutableDictionary<string, FlowValue>> objects) => this.objects = objects;

    public IEnumerable<HeapObject> Objects => objects.Keys;

    /// <summary>What is known of the parts of an object.</summary>
    public ImmutableDictionary<string, FlowValue> PartsOf(HeapObject one) => objects.TryGetValue(one, out var parts) ? parts : Nothing;

    public bool ContainsKey((HeapObject Object, string Segment) part) => PartsOf(part.Object).ContainsKey(part.Segment);

    public bool TryGetValue((HeapObject Object, string Segment) part, out FlowValue value)
    {
        if (objects.TryGetValue(part.Object, out var parts) && parts.TryGetValue(part.Segment, out var found))
        {
            value = found;
            return true;
        }

        value = FlowValue.None;
        return false;
    }

    public Heap SetItem((HeapObject Object, string Segment) part, FlowValue value)
    {
        var before = PartsOf(part.Object);
        return With(part.Object, before, before.SetItem(part.Segment, value));
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

        var result = this;
        foreach (var entry in other.objects)
        {
            var mine = PartsOf(entry.Key);
            if (!ReferenceEquals(mine, entry.Value))
            {
                result = result.With(entry.Key, mine, mine.IsEmpty && entry.Key is MadeObject ? entry.Value : Join(entry.Key, mine, entry.Value, initial, otherInitial));
            }
        }

        foreach (var entry in objects)
        {
            if (entry.Key is InputObject && !other.objects.ContainsKey(entry.Key))
            {
                result = result.With(entry.Key, entry.Value, Join(entry.Key, entry.Value, Nothing, initial, otherInitial));
            }
        }

        return result;
    }

    public bool IsSame(Heap other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (objects.Count != other.objects.Count)
        {
            return false;
        }

        foreach (var entry in objects)
        {
            if (!other.objects.TryGetValue(entry.Key, out var parts) || (!ReferenceEquals(entry.Value, parts) && !AreSame(entry.Value, parts)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The objects that a caller can come to: those that it hands in, and whatever lies in them or in what comes out.</summary>
    /// <param name="handedOut">What comes out.</param>
    public Heap Reachable(IEnumerable<HeapObject> handedOut)
    {
        var seen = new HashSet<HeapObject>(handedOut.Concat(objects.Keys.Where(static one => one is InputObject)));
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

        return objects.Keys.All(seen.Contains) ? this : new(objects.RemoveRange(objects.Keys.Where(one => !seen.Contains(one))));
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

    private static ImmutableDictionary<string, FlowValue> Join(
        HeapObject one, ImmutableDictionary<string, FlowValue> mine, ImmutableDictionary<string, FlowValue> others, Func<HeapObject, string, FlowValue> initial, Func<HeapObject, string, FlowValue> otherInitial)
    {
        var isHandedIn = one is InputObject;
        var result = mine;
        foreach (var part in others)
        {
            var isKnown = mine.TryGetValue(part.Key, out var known);
            var joined = (isKnown ? known! : isHandedIn ? initial(one, part.Key) : FlowValue.None).And(part.Value);
            if (!isKnown || !ReferenceEquals(joined, known))
            {
                result = result.SetItem(part.Key, joined);
            }
        }

        foreach (var part in isHandedIn ? mine : Nothing)
        {
            if (!others.ContainsKey(part.Key) && part.Value.And(otherInitial(one, part.Key)) is var joined && !ReferenceEquals(joined, part.Value))
            {
                result = result.SetItem(part.Key, joined);
            }
        }

        return result;
    }

    private static bool AreSame(ImmutableDictionary<string, FlowValue> mine, ImmutableDictionary<string, FlowValue> others)
    {
        if (mine.Count != others.Count)
        {
            return false;
        }

        foreach (var part in mine)
        {
            if (!others.TryGetValue(part.Key, out var value) || !value.Equals(part.Value))
            {
                return false;
            }
        }

        return true;
    }

    private Heap With(HeapObject one, ImmutableDictionary<string, FlowValue> before, ImmutableDictionary<string, FlowValue> after) => ReferenceEquals(before, after) ? this : new(objects.SetItem(one, after));
}
