namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>What flat sets and maps do with the arrays that they consist of.</summary>
internal static class FlatArrays
{
    /// <summary>The first place whose hash code is not below this one.</summary>
    public static int FirstOf(int[] hashes, int hash)
    {
        var (low, high) = (0, hashes.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (hashes[middle] < hash)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    public static T[] With<T>(T[] items, int place, T one)
    {
        var with = new T[items.Length + 1];
        Array.Copy(items, with, place);
        with[place] = one;
        Array.Copy(items, place, with, place + 1, items.Length - place);
        return with;
    }

    public static T[] Changed<T>(T[] items, int place, T one)
    {
        var changed = (T[])items.Clone();
        changed[place] = one;
        return changed;
    }
}
