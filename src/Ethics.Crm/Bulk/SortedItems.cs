namespace Ethics.Crm.Bulk;

/// <summary>Objects, those that may be used apart from those that may not, each of these with the number of its reason: there are few reasons, however many objects.</summary>
/// <param name="count">How many objects there are.</param>
internal sealed class SortedItems<T>(int count)
{
    private readonly Pieces<T> _permitted = new(count);
    private readonly Pieces<T> _refused = new(count);
    private readonly List<PurposeDecision> _reasons = [];

    // Null while there is one reason for all, which is nearly always.
    private Pieces<int>? _reasonOf;
    private PurposeDecision? _last;
    private int _number;

    public void Permit(T item) => _permitted.Add(item);

    public void Refuse(T item, PurposeDecision decision)
    {
        if (!ReferenceEquals(_last, decision))
            Choose(decision);
        _reasonOf?.Add(_number);
        _refused.Add(item);
    }

    private void Choose(PurposeDecision decision)
    {
        _last = decision;
        for (_number = 0; _number < _reasons.Count; _number++)
        {
            if (ReferenceEquals(_reasons[_number], decision))
                return;
        }

        _reasons.Add(decision);
        if (_number != 1)
            return;
        _reasonOf = new(count);
        for (var i = 0; i < _refused.Count; i++)
            _reasonOf.Add(0);
    }

    /// <summary>Those that may be used. Whoever keeps them keeps none of the others.</summary>
    public IReadOnlyList<T> Permitted => new PermittedOnes(_permitted);

    /// <summary>Those that may not.</summary>
    public IReadOnlyList<RefusedItem<T>> Refused => new RefusedOnes(_refused, _reasons, _reasonOf);

    private sealed class PermittedOnes(Pieces<T> items) : ReadOnlyItems<T>
    {
        public override int Count => items.Count;

        public override T this[int index] => items[index];

        public override IEnumerator<T> GetEnumerator() => items.GetEnumerator();

        public override void CopyTo(T[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);

        public override int IndexOf(T item) => items.IndexOf(item);
    }

    private sealed class RefusedOnes(Pieces<T> items, List<PurposeDecision> reasons, Pieces<int>? reasonOf) : ReadOnlyItems<RefusedItem<T>>
    {
        public override int Count => items.Count;

        public override RefusedItem<T> this[int index] => new(items[index], reasons[reasonOf?[index] ?? 0]);
    }
}
