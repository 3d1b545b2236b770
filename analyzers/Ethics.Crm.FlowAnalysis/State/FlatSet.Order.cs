namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>How the arrays of a set come into the order of their hash codes, each element once.</summary>
internal sealed partial class FlatSet<T>
{
    /// <summary>The set of these, which become its own.</summary>
    private static FlatSet<T> Sorted(T[] items, Func<T, T, bool>? isBetter)
    {
        var hashes = new int[items.Length];
        var isInOrder = true;
        for (var i = 0; i < items.Length; i++)
        {
            hashes[i] = items[i].GetHashCode();
            isInOrder &= i == 0 || hashes[i - 1] < hashes[i];
        }

        if (isInOrder)
        {
            return items.Length == 0 ? Empty : new FlatSet<T>(items, hashes);
        }

        Array.Sort(hashes, items);
        var (count, from) = (0, 0);
        for (var i = 0; i < items.Length; i++)
        {
            from = count > 0 && hashes[count - 1] != hashes[i] ? count : from;
            var place = IndexIn(items, items[i], from, count);
            if (place < 0)
            {
                (items[count], hashes[count++]) = (items[i], hashes[i]);
            }
            else if (isBetter is not null && isBetter(items[i], items[place]))
            {
                items[place] = items[i];
            }
        }

        return count == items.Length ? new FlatSet<T>(items, hashes) : Cut(items, hashes, count);
    }

    private static FlatSet<T> Cut(T[] items, int[] hashes, int count)
    {
        if (count == 0)
        {
            return Empty;
        }

        Array.Resize(ref items, count);
        Array.Resize(ref hashes, count);
        return new FlatSet<T>(items, hashes);
    }

    /// <summary>Both together, where the other one adds something.</summary>
    private FlatSet<T> Merged(FlatSet<T> other, Func<T, T, bool>? isBetter)
    {
        var merged = new T[Count + other.Count];
        var mergedHashes = new int[merged.Length];
        var (mine, count) = (0, 0);
        for (var theirs = 0; theirs < other.Count;)
        {
            var hash = other.hashes[theirs];
            while (mine < Count && hashes[mine] < hash)
            {
                (merged[count], mergedHashes[count++]) = (items[mine], hashes[mine++]);
            }

            // All of one hash code: mine, with what is better, and what is theirs alone.
            var from = count;
            while (mine < Count && hashes[mine] == hash)
            {
                (merged[count], mergedHashes[count++]) = (items[mine++], hash);
            }

            var to = count;
            for (; theirs < other.Count && other.hashes[theirs] == hash; theirs++)
            {
                var one = other.items[theirs];
                var place = IndexIn(merged, one, from, to);
                if (place < 0)
                {
                    (merged[count], mergedHashes[count++]) = (one, hash);
                }
                else if (isBetter is not null && !ReferenceEquals(one, merged[place]) && isBetter(one, merged[place]))
                {
                    merged[place] = one;
                }
            }
        }

        for (; mine < Count; mine++)
        {
            (merged[count], mergedHashes[count++]) = (items[mine], hashes[mine]);
        }

        return Cut(merged, mergedHashes, count);
    }

    private static int IndexIn(T[] items, T one, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (ReferenceEquals(items[i], one) || items[i].Equals(one))
            {
                return i;
            }
        }

        return -1;
    }
}
