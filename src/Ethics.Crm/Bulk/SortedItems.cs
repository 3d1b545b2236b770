using System.Collections;

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

    /// <summary>In their order.</summary>
    internal sealed class PermittedOnes(SortedItems<T> sorted) : IReadOnlyList<T>, ICollection<T>
    {
        public int Count => sorted._permitted.Count;

        bool ICollection<T>.IsReadOnly => true;

        public T this[int index] => sorted._permitted[index];

        public IEnumerator<T> GetEnumerator() => sorted._permitted.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        bool ICollection<T>.Contains(T item) => sorted._permitted.Has(item);

        void ICollection<T>.CopyTo(T[] array, int arrayIndex) => sorted._permitted.CopyTo(array, arrayIndex);

        void ICollection<T>.Add(T item) => throw new NotSupportedException();

        void ICollection<T>.Clear() => throw new NotSupportedException();

        bool ICollection<T>.Remove(T item) => throw new NotSupportedException();
    }

    /// <summary>In their order.</summary>
    internal sealed class RefusedOnes(SortedItems<T> sorted) : IReadOnlyList<RefusedItem<T>>
    {
        public int Count => sorted._refused.Count;

        public RefusedItem<T> this[int index] => new(sorted._refused[index], sorted._reasons[sorted._reasonOf?[index] ?? 0]);

        public IEnumerator<RefusedItem<T>> GetEnumerator()
        {
            for (var index = 0; index < Count; index++)
                yield return this[index];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
