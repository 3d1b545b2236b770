namespace Ethics.Crm.Bulk;

/// <summary>Those that may not be used.</summary>
internal sealed class RefusedItems<T>(IReadOnlyList<SortedItems<T>> sections) : ReadOnlyItems<RefusedItem<T>>
{
    private readonly Section[] _sections = [.. sections.Select(static section => new Section(section.Refused, section.Reasons, section.ReasonOf))];
    private readonly Joints _joints = new([.. sections.Select(static section => section.Refused.Count)]);

    public override int Count => _joints.Count;

    public override RefusedItem<T> this[int index]
    {
        get
        {
            var (section, place) = _joints.Of(index);
            return _sections[section].At(place);
        }
    }

    public override IEnumerator<RefusedItem<T>> GetEnumerator()
    {
        foreach (var section in _sections)
        {
            for (var place = 0; place < section.Items.Count; place++)
                yield return section.At(place);
        }
    }

    /// <summary>Without those that may be used, which somebody may keep no longer.</summary>
    private readonly record struct Section(Pieces<T> Items, IReadOnlyList<PurposeDecision> Reasons, Pieces<int>? ReasonOf)
    {
        public RefusedItem<T> At(int place) => new(Items[place], Reasons[ReasonOf?[place] ?? 0]);
    }
}
