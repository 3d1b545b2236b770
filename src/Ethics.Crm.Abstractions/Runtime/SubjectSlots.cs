using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Ethics.Crm.Runtime;

/// <summary>The slots of the people whom values are about: a value has no place of its own for one, because each copy would take it along. For generated code: one static instance per type.</summary>
/// <remarks>
/// A place is chosen by what the key hashes to and may hold the slot of anybody: whose it is, the gate asks the key, at each read, as it does in an object whose key may have changed.
/// Held weakly, because it would otherwise keep people, and hosts that have stopped, for good: after a collection, whoever is read is bound anew.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SubjectSlots<TKey>
{
    /// <summary>A page of a hundred people has a place for each; two kilobytes.</summary>
    internal const int Places = 256;

    // Replaced whole: a new target in the same reference is not promised to be safe among threads.
    private volatile WeakReference<SubjectSlot<TKey>[]>? _slots;

    /// <summary>The place for the slot of a key. Good for one read: it is not the same after a collection.</summary>
    /// <param name="key">Whatever it hashes to, also by an exception, only the cost depends on it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref SubjectSlot<TKey> Of(TKey key)
    {
        if (_slots is not { } held || !held.TryGetTarget(out var slots))
            slots = Renew();
        return ref slots[PlaceOf(key)];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(TKey key)
    {
        // These neither throw nor are null; for each type of key the comparison is made by the run time's compiler.
        var hash = typeof(TKey) == typeof(int) || typeof(TKey) == typeof(long) || typeof(TKey) == typeof(Guid) || typeof(TKey) == typeof(NoSubject)
            ? key!.GetHashCode()
            : HashOf(key);
        // Numbers in a row have a place each, and so have those of every 256th row.
        return (hash ^ (hash >> 8)) & (Places - 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int HashOf(TKey key)
    {
        try
        {
            return key is null ? 0 : EqualityComparer<TKey>.Default.GetHashCode(key);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A person may have written it, and nothing had asked for it before. One place for all such keys.
            return 0;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private SubjectSlot<TKey>[] Renew()
    {
        var slots = new SubjectSlot<TKey>[Places];
        _slots = new WeakReference<SubjectSlot<TKey>[]>(slots);
        return slots;
    }
}
