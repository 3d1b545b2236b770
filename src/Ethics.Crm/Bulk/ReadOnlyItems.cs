using System.Collections;

namespace Ethics.Crm.Bulk;

/// <summary>A list that cannot be changed, and whose length and places queries know how to ask for.</summary>
internal abstract class ReadOnlyItems<T> : IReadOnlyList<T>, IList<T>
{
    private const string Fixed = "What was split by permission is not changed; make a list of your own.";

    public abstract int Count { get; }

    public bool IsReadOnly => true;

    public abstract T this[int index] { get; }

    T IList<T>.this[int index]
    {
        get => this[index];
        set => throw new NotSupportedException(Fixed);
    }

    public virtual IEnumerator<T> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public virtual void CopyTo(T[] array, int arrayIndex)
    {
        _ = array ?? throw new ArgumentNullException(nameof(array));
        for (var index = 0; index < Count; index++)
            array[arrayIndex + index] = this[index];
    }

    public virtual int IndexOf(T item)
    {
        for (var index = 0; index < Count; index++)
        {
            if (EqualityComparer<T>.Default.Equals(this[index], item))
                return index;
        }

        return -1;
    }

    public bool Contains(T item) => IndexOf(item) >= 0;

    void ICollection<T>.Add(T item) => throw new NotSupportedException(Fixed);

    void ICollection<T>.Clear() => throw new NotSupportedException(Fixed);

    bool ICollection<T>.Remove(T item) => throw new NotSupportedException(Fixed);

    void IList<T>.Insert(int index, T item) => throw new NotSupportedException(Fixed);

    void IList<T>.RemoveAt(int index) => throw new NotSupportedException(Fixed);
}
