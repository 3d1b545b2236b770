using System.Runtime.CompilerServices;

namespace Ethics.Crm.Runtime;

/// <summary>The slot of one object, for whoever goes through many objects and reads none of their members.</summary>
internal static class SlotLook
{
    /// <summary>The slot that the object holds; null where it holds none, or that of somebody whom its key names no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ConsentSlot? Held<TKey>(ref SubjectSlot<TKey> slot, TKey key) =>
        Volatile.Read(ref slot.Bound) is { } held && EqualityComparer<TKey>.Default.Equals(held.Key, key) ? held : null;

    /// <summary>The slot of the people behind the key, which the object holds from now on, as after a read.</summary>
    /// <returns>Of another host than this one it says nothing: its people may be others at the next look.</returns>
    public static ConsentSlot Bind<TKey>(ref SubjectSlot<TKey> slot, TKey key, GateHost host, SubjectBinder<TKey> binder)
    {
        var bound = host.Bind(binder, key);
        Volatile.Write(ref slot.Bound, bound);
        return bound;
    }
}
