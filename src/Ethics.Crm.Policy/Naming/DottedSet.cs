namespace Ethics.Crm.Policy.Naming;

/// <summary>
/// Dotted names, sorted, so that a branch is one run of them: which names lie beneath another is answered without looking at the others.
/// </summary>
internal sealed class DottedSet
{
    private readonly string[] _sorted;
    private readonly HashSet<string> _names;

    public DottedSet(IEnumerable<string> names)
    {
        _names = new(names, StringComparer.Ordinal);
        _sorted = [.. _names];
        Array.Sort(_sorted, StringComparer.Ordinal);
    }

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<string> Names => _sorted;

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>Whether the name, or something beneath it, is in the set.</summary>
    public bool HasBranch(string name) => Contains(name) || IsBeneath(IndexBeneath(name), name);

    /// <summary>What the name covers: itself, and everything beneath it.</summary>
    public IEnumerable<string> CoveredBy(string name)
    {
        if (Contains(name))
        {
            yield return name;
        }

        // Not a[0..]: "a-b" stands between "a" and "a.b".
        for (var i = IndexBeneath(name); IsBeneath(i, name); i++)
        {
            yield return _sorted[i];
        }
    }

    private bool IsBeneath(int index, string name) => index < _sorted.Length && Dotted.Covers(name, _sorted[index]);

    private int IndexBeneath(string name)
    {
        var found = Array.BinarySearch(_sorted, name + ".", StringComparer.Ordinal);
        return found >= 0 ? found : ~found;
    }
}
