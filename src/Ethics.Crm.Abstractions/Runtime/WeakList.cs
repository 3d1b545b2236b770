using System.Collections;

namespace Ethics.Crm.Runtime;

/// <summary>Things to be told of a change as long as somebody uses them. Not thread-safe; dead entries are swept when the list has doubled.</summary>
internal sealed class WeakList<T> : IEnumerable<T>
    where T : class
{
    private List<WeakReference<T>> _items = [];
    private int _sweepAt = 32;

    public void Add(T item)
    {
        if (_items.Count >= _sweepAt)
        {
            _items = _items.Where(i => i.TryGetTarget(out _)).ToList();
            _sweepAt = Math.Max(32, _items.Count * 2);
        }

        _items.Add(new WeakReference<T>(item, trackResurrection: true));
    }

    public void Clear() => _items.Clear();

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var item in _items)
        {
            if (item.TryGetTarget(out var target))
                yield return target;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
