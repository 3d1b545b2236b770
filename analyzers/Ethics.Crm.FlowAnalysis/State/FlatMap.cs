using System.Collections;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>A small immutable map, made like <see cref="FlatSet{T}"/>. Two of them are joined by walking both once.</summary>
internal sealed class FlatMap<TKey, TValue> : IReadOnlyCollection<KeyValuePair<TKey, TValue>>
    where TKey : notnull
    where TValue : class
{
    private readonly IEqualityComparer<TKey> comparer;
    private readonly TKey[] keys;
    private readonly TValue[] values;
    private readonly int[] hashes;

    public FlatMap(IEqualityComparer<TKey> comparer) : this(comparer, [], [], [])
    {
    }

    private FlatMap(IEqualityComparer<TKey> comparer, TKey[] keys, TValue[] values, int[] hashes)
    {
        this.comparer = comparer;
        this.keys = keys;
        this.values = values;
        this.hashes = hashes;
    }

    public int Count => keys.Length;

    public bool IsEmpty => keys.Length == 0;

    public IReadOnlyList<TKey> Keys => keys;

    /// <summary>Null when there is none.</summary>
    public TValue? Find(TKey key) => keys.Length > 0 && PlaceOf(key, comparer.GetHashCode(key)) is >= 0 and var place ? values[place] : null;

    /// <summary>Itself when it holds this very value.</summary>
    public FlatMap<TKey, TValue> With(TKey key, TValue value)
    {
        var hash = comparer.GetHashCode(key);
        var place = PlaceOf(key, hash);
        if (place < 0)
        {
            return new(comparer, FlatArrays.With(keys, ~place, key), FlatArrays.With(values, ~place, value), FlatArrays.With(hashes, ~place, hash));
        }

        return ReferenceEquals(values[place], value) ? this : new(comparer, keys, FlatArrays.Changed(values, place, value), hashes);
    }

    /// <summary>The entries that are wanted; itself when these are all.</summary>
    public FlatMap<TKey, TValue> Where(Func<TKey, bool> predicate)
    {
        var kept = new Builder(comparer, Count);
        for (var i = 0; i < keys.Length; i++)
        {
            if (predicate(keys[i]))
            {
                kept.Add(keys[i], values[i], hashes[i]);
            }
        }

        return kept.Count == Count ? this : kept.ToMap();
    }

    /// <summary>Both together; itself when the other one adds nothing.</summary>
    /// <param name="both">What stands for a key that both have, told which they are.</param>
    /// <param name="mineAlone">What stands for a key that only this one has; null for what it has.</param>
    /// <param name="theirsAlone">What stands for a key that only the other one has; null for what it has.</param>
    public FlatMap<TKey, TValue> Join(FlatMap<TKey, TValue> other, Func<TKey, TValue, TValue, TValue> both, Func<TKey, TValue, TValue>? mineAlone = null, Func<TKey, TValue, TValue>? theirsAlone = null)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        // Most joins add nothing: what is built begins with the first thing that is new.
        Builder? joined = null;
        var theirs = 0;
        for (var mine = 0; mine < Count; mine++)
        {
            for (; theirs < other.Count && other.hashes[theirs] < hashes[mine]; theirs++)
            {
                Take(theirs, mine);
            }

            // Keys of one hash code stand in any order: those of the other one that this one has too are taken with this one's.
            var place = other.PlaceOf(keys[mine], hashes[mine], theirs);
            var value = place < 0 ? mineAlone?.Invoke(keys[mine], values[mine]) ?? values[mine]
                : ReferenceEquals(values[mine], other.values[place]) ? values[mine]
                : both(keys[mine], values[mine], other.values[place]);
            joined ??= ReferenceEquals(value, values[mine]) ? null : Begun(mine, other);
            joined?.Add(keys[mine], value, hashes[mine]);
            if (mine + 1 == Count || hashes[mine + 1] != hashes[mine])
            {
                for (; theirs < other.Count && other.hashes[theirs] == hashes[mine]; theirs++)
                {
                    if (PlaceOf(other.keys[theirs], hashes[mine]) < 0)
                    {
                        Take(theirs, mine + 1);
                    }
                }
            }
        }

        for (; theirs < other.Count; theirs++)
        {
            Take(theirs, Count);
        }

        return joined?.ToMap() ?? this;

        void Take(int place, int before)
        {
            joined ??= Begun(before, other);
            joined.Add(other.keys[place], theirsAlone?.Invoke(other.keys[place], other.values[place]) ?? other.values[place], other.hashes[place]);
        }
    }

    /// <summary>What both together are, as far as it is only what this one has.</summary>
    private Builder Begun(int count, FlatMap<TKey, TValue> other)
    {
        var begun = new Builder(comparer, Count + other.Count);
        for (var i = 0; i < count; i++)
        {
            begun.Add(keys[i], values[i], hashes[i]);
        }

        return begun;
    }

    public bool IsSame(FlatMap<TKey, TValue> other, Func<TValue, TValue, bool> areSame)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < keys.Length; i++)
        {
            var place = other.PlaceOf(keys[i], hashes[i]);
            if (place < 0 || !(ReferenceEquals(values[i], other.values[place]) || areSame(values[i], other.values[place])))
            {
                return false;
            }
        }

        return true;
    }

    public Enumerator GetEnumerator() => new(keys, values);

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator()
    {
        for (var i = 0; i < keys.Length; i++)
        {
            yield return new(keys[i], values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<KeyValuePair<TKey, TValue>>)this).GetEnumerator();

    private int PlaceOf(TKey key, int hash) => PlaceOf(key, hash, FlatArrays.FirstOf(hashes, hash));

    /// <summary>Where the key stands; where it belongs, in complement, when it is not there.</summary>
    /// <param name="from">The first place of this hash code or of a higher one.</param>
    private int PlaceOf(TKey key, int hash, int from)
    {
        for (; from < hashes.Length && hashes[from] == hash; from++)
        {
            if (comparer.Equals(keys[from], key))
            {
                return from;
            }
        }

        return ~from;
    }

    public struct Enumerator(TKey[] keys, TValue[] values)
    {
        private int place = -1;

        public readonly KeyValuePair<TKey, TValue> Current => new(keys[place], values[place]);

        public bool MoveNext() => ++place < keys.Length;
    }

    private sealed class Builder(IEqualityComparer<TKey> comparer, int most)
    {
        private TKey[] keys = new TKey[most];
        private TValue[] values = new TValue[most];
        private int[] hashes = new int[most];

        public int Count { get; private set; }

        public void Add(TKey key, TValue value, int hash)
        {
            keys[Count] = key;
            values[Count] = value;
            hashes[Count++] = hash;
        }

        public FlatMap<TKey, TValue> ToMap()
        {
            Array.Resize(ref keys, Count);
            Array.Resize(ref values, Count);
            Array.Resize(ref hashes, Count);
            return new(comparer, keys, values, hashes);
        }
    }
}
