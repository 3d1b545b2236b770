#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif

namespace Ethics.Crm.Bulk;

/// <summary>A list to which is only added, in pieces: nothing is copied when it grows, and memory that was in use a moment ago is used again, where one array of megabytes would be fetched from the operating system page by page.</summary>
/// <param name="most">How many elements there will be at most.</param>
internal sealed class Pieces<T>(int most)
{
    // 32 KiB of references: below what the collector keeps for large objects.
    private const int Bits = 12;
    private const int Size = 1 << Bits;

    private readonly List<T[]> _full = [];
    private T[] _last = [];
    private int _inLast;

    public int Count => (_full.Count << Bits) + _inLast;

    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index));
            var piece = index >> Bits;
            return (piece < _full.Count ? _full[piece] : _last)[index & (Size - 1)];
        }
    }

    public void Add(T item)
    {
        if (_inLast == _last.Length)
            Begin();
#if NET8_0_OR_GREATER
        // The array is of this very type, so that nothing has to be looked up before something is put into it.
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_last), _inLast++) = item;
#else
        _last[_inLast++] = item;
#endif
    }

    /// <summary>Adds some of the elements of a row.</summary>
    /// <param name="chosen">The lowest bit stands for the first of the row.</param>
    public void Add(T[] row, ulong chosen)
    {
#if NET8_0_OR_GREATER
        if (_last.Length - _inLast >= SlotCursor.Longest)
        {
            ref var to = ref MemoryMarshal.GetArrayDataReference(_last);
            var place = _inLast;
            for (; chosen != 0; chosen &= chosen - 1)
                Unsafe.Add(ref to, place++) = row[SlotCursor.FirstOf(chosen)];
            _inLast = place;
            return;
        }
#endif
        for (var i = 0; chosen != 0; i++, chosen >>= 1)
        {
            if ((chosen & 1) != 0)
                Add(row[i]);
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var piece in _full)
        {
            foreach (var item in piece)
                yield return item;
        }

        for (var i = 0; i < _inLast; i++)
            yield return _last[i];
    }

    public void CopyTo(T[] array, int index)
    {
        foreach (var piece in _full)
        {
            Array.Copy(piece, 0, array, index, Size);
            index += Size;
        }

        Array.Copy(_last, 0, array, index, _inLast);
    }

    /// <returns>-1 where it is not there.</returns>
    public int IndexOf(T item)
    {
        for (var piece = 0; piece < _full.Count; piece++)
        {
            if (Array.IndexOf(_full[piece], item) is >= 0 and var at)
                return (piece << Bits) + at;
        }

        return Array.IndexOf(_last, item, 0, _inLast) is >= 0 and var last ? (_full.Count << Bits) + last : -1;
    }

    private void Begin()
    {
        var before = Count;
        if (_inLast > 0)
            _full.Add(_last);
        // Only the very last piece may be shorter than the others.
        _last = new T[Math.Min(Size, Math.Max(1, most - before))];
        _inLast = 0;
    }
}
