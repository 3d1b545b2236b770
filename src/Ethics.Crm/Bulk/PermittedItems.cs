namespace Ethics.Crm.Bulk;

/// <summary>Those that may be used. Whoever keeps them keeps none of the others.</summary>
internal sealed class PermittedItems<T>(IReadOnlyList<SortedItems<T>> sections) : ReadOnlyItems<T>
{
    private readonly Pieces<T>[] _sections = [.. sections.Select(static section => section.Permitted)];
    private readonly Joints _joints = new([.. sections.Select(static section => section.Permitted.Count)]);

    public override int Count => _joints.Count;

    public override T this[int index]
    {
        get
        {
            var (section, place) = _joints.Of(index);
            return _sections[section][place];
        }
    }

    public override IEnumerator<T> GetEnumerator()
    {
        foreach (var section in _sections)
        {
            foreach (var item in section)
                yield return item;
        }
    }

    public override void CopyTo(T[] array, int arrayIndex)
    {
        _ = array ?? throw new ArgumentNullException(nameof(array));
        foreach (var section in _sections)
        {
            section.CopyTo(array, arrayIndex);
            arrayIndex += section.Count;
        }
    }

    public override int IndexOf(T item)
    {
        var before = 0;
        foreach (var section in _sections)
        {
            if (section.IndexOf(item) is >= 0 and var place)
                return before + place;
            before += section.Count;
        }

        return -1;
    }
}
