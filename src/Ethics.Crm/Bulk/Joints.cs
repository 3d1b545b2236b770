namespace Ethics.Crm.Bulk;

/// <summary>Several lists, one behind the other, counted as one.</summary>
internal sealed class Joints
{
    private readonly int[] _ends;

    public Joints(IReadOnlyList<int> counts)
    {
        _ends = new int[counts.Count];
        for (var i = 0; i < _ends.Length; i++)
            _ends[i] = Count += counts[i];
    }

    /// <summary>Of all together.</summary>
    public int Count { get; }

    /// <summary>The list that an element lies in, and its place there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public (int List, int Place) Of(int index)
    {
        if ((uint)index >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(index));
        // The first list that ends behind it. There are a few dozen.
        var list = 0;
        for (var (low, high) = (0, _ends.Length - 1); low < high; list = low)
        {
            var middle = (low + high) / 2;
            (low, high) = _ends[middle] > index ? (low, middle) : (middle + 1, high);
        }

        return (list, list == 0 ? index : index - _ends[list - 1]);
    }
}
