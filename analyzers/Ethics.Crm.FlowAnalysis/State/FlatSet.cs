using System.Collections;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>
/// A small immutable set: its elements in one array, in the order of their hash codes. Two are joined, compared and walked as arrays, in which almost all of the engine's time went while they
/// were trees; the sets of a program's methods have a handful of elements.
/// </summary>
internal sealed partial class FlatSet<T> : IReadOnlyCollection<T>
    where T : class
{
    public static readonly FlatSet<T> Empty = new([], []);

    private readonly T[] items;
    private readonly int[] hashes;

    private FlatSet(T[] items, int[] hashes)
    {
        this.items = items;
        this.hashes = hashes;
    }

    public int Count => items.Length;

    public bool IsEmpty => items.Length == 0;

    public T this[int place] => items[place];

    public static FlatSet<T> Of(T one) => new([one], [one.GetHashCode()]);

    /// <param name="isBetter">Of two that are equal, whether the later one stays; null for never.</param>
    public static FlatSet<T> Of(IEnumerable<T> several, Func<T, T, bool>? isBetter = null) => Sorted(several.ToArray(), isBetter);

    public bool Contains(T one) => PlaceOf(one, one.GetHashCode()) >= 0;

    /// <summary>The element that equals this one; null when there is none.</summary>
    public T? Known(T one) => PlaceOf(one, one.GetHashCode()) is >= 0 and var place ? items[place] : null;

    public FlatSet<T> Add(T one)
    {
        var hash = one.GetHashCode();
        var place = PlaceOf(one, hash);
        return place >= 0 ? this : new FlatSet<T>(FlatArrays.With(items, ~place, one), FlatArrays.With(hashes, ~place, hash));
    }

    /// <summary>With this element in place of the one that equals it.</summary>
    public FlatSet<T> Replace(T one) => new(FlatArrays.Changed(items, PlaceOf(one, one.GetHashCode()), one), hashes);

    /// <summary>Both together; itself when the other one adds nothing.</summary>
    /// <param name="isBetter">Whether the other set's element takes the place of the equal one in this set; null for never.</param>
    public FlatSet<T> Union(FlatSet<T> other, Func<T, T, bool>? isBetter = null)
    {
        if (ReferenceEquals(this, other) || other.IsEmpty)
        {
            return this;
        }

        if (IsEmpty)
        {
            return other;
        }

        if (other.Count == 1)
        {
            var place = PlaceOf(other.items[0], other.hashes[0]);
            return place < 0 ? new FlatSet<T>(FlatArrays.With(items, ~place, other.items[0]), FlatArrays.With(hashes, ~place, other.hashes[0]))
                : isBetter is not null && isBetter(other.items[0], items[place]) ? Replace(other.items[0])
                : this;
        }

        return IsChangedBy(other, isBetter) ? Merged(other, isBetter) : this;
    }

    /// <summary>Most unions add nothing, and need no new arrays.</summary>
    private bool IsChangedBy(FlatSet<T> other, Func<T, T, bool>? isBetter)
    {
        if (other.Count > Count)
        {
            return true;
        }

        for (var i = 0; i < other.items.Length; i++)
        {
            var place = PlaceOf(other.items[i], other.hashes[i]);
            if (place < 0 || (isBetter is not null && !ReferenceEquals(items[place], other.items[i]) && isBetter(other.items[i], items[place])))
            {
                return true;
            }
        }

        return false;
    }

    public bool SetEquals(FlatSet<T> other, Func<T, T, bool>? areSame = null)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < items.Length; i++)
        {
            if (hashes[i] != other.hashes[i])
            {
                return false;
            }
        }

        for (var i = 0; i < items.Length; i++)
        {
            // Elements of one hash code stand in any order.
            var place = ReferenceEquals(items[i], other.items[i]) ? i : other.PlaceOf(items[i], hashes[i]);
            if (place < 0 || (areSame is not null && !areSame(items[i], other.items[place])))
            {
                return false;
            }
        }

        return true;
    }

    public bool Any(Func<T, bool> predicate)
    {
        foreach (var one in items)
        {
            if (predicate(one))
            {
                return true;
            }
        }

        return false;
    }

    public bool All(Func<T, bool> predicate)
    {
        foreach (var one in items)
        {
            if (!predicate(one))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The elements that are wanted; itself when these are all.</summary>
    public FlatSet<T> Where(Func<T, bool> predicate)
    {
        var kept = new T[items.Length];
        var keptHashes = new int[items.Length];
        var count = 0;
        for (var i = 0; i < items.Length; i++)
        {
            if (predicate(items[i]))
            {
                kept[count] = items[i];
                keptHashes[count++] = hashes[i];
            }
        }

        return count == items.Length ? this : Cut(kept, keptHashes, count);
    }

    /// <summary>Each as it is changed; itself when none changes.</summary>
    public FlatSet<T> Select(Func<T, T> change, Func<T, T, bool>? isBetter)
    {
        T[]? changed = null;
        for (var i = 0; i < items.Length; i++)
        {
            var one = change(items[i]);
            if (changed is null && !ReferenceEquals(one, items[i]))
            {
                changed = (T[])items.Clone();
            }

            if (changed is not null)
            {
                changed[i] = one;
            }
        }

        return changed is null ? this : Sorted(changed, isBetter);
    }

    public Enumerator GetEnumerator() => new(items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    /// <summary>Where the element stands; where it belongs, in complement, when it is not there.</summary>
    private int PlaceOf(T one, int hash)
    {
        var low = FlatArrays.FirstOf(hashes, hash);
        for (; low < hashes.Length && hashes[low] == hash; low++)
        {
            if (ReferenceEquals(items[low], one) || items[low].Equals(one))
            {
                return low;
            }
        }

        return ~low;
    }

    public struct Enumerator(T[] items)
    {
        private int place = -1;

        public readonly T Current => items[place];

        public bool MoveNext() => ++place < items.Length;
    }
}
