using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics.X86;
#endif

namespace Ethics.Crm.Runtime;

/// <summary>The slot of one object, for whoever goes through many objects and reads none of their members.</summary>
internal static class SlotLook
{
    /// <summary>The slot that the object holds; null where it holds none, or that of somebody whom its key names no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ConsentSlot? Held<TKey>(ref SubjectSlot<TKey> slot, TKey key) =>
        Volatile.Read(ref slot.Bound) is { } held && AreSame(held.Key, key) ? held : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSame<TKey>(TKey one, TKey other)
    {
#if NET8_0_OR_GREATER
        // As the comparer does it, which has to be fetched first: that is a good part of all that is done for an object. What is asked of the type is known to whoever compiles this.
        if (typeof(TKey) == typeof(int))
            return Unsafe.As<TKey, int>(ref one) == Unsafe.As<TKey, int>(ref other);
        if (typeof(TKey) == typeof(long))
            return Unsafe.As<TKey, long>(ref one) == Unsafe.As<TKey, long>(ref other);
        if (typeof(TKey) == typeof(Guid))
            return Unsafe.As<TKey, Guid>(ref one) == Unsafe.As<TKey, Guid>(ref other);
#endif
        return EqualityComparer<TKey>.Default.Equals(one, other);
    }

    /// <summary>Whether <see cref="FetchAhead"/> does anything: where the processor or the target framework knows no way to, nobody needs to go through a list for it.</summary>
    public static bool FetchesAhead
#if NET8_0_OR_GREATER
        => Sse.IsSupported;
#else
        => false;
#endif

    /// <summary>Has the processor fetch an object from memory that will be looked at soon; it goes on meanwhile. Changes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void FetchObjectAhead(object? soon)
    {
#if NET8_0_OR_GREATER
        // Nothing is read: where a collection has moved the object meanwhile, something else is fetched for nothing.
        if (Sse.IsSupported)
            Sse.Prefetch0((void*)Unsafe.As<object?, nint>(ref soon));
#endif
    }

    /// <summary>The same with the slot that an object holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void FetchAhead<TKey>(ref SubjectSlot<TKey> slot)
    {
#if NET8_0_OR_GREATER
        if (Sse.IsSupported)
            Sse.Prefetch0((void*)Unsafe.As<ConsentSlot<TKey>?, nint>(ref slot.Bound));
#endif
    }

    /// <summary>The slot of the people behind the key, which the object holds from now on, as after a read.</summary>
    /// <returns>Of another host than this one it says nothing: its people may be others at the next look.</returns>
    public static ConsentSlot Bind<TKey>(ref SubjectSlot<TKey> slot, TKey key, GateHost host, SubjectBinder<TKey> binder)
    {
        var bound = host.Bind(binder, key);
        Volatile.Write(ref slot.Bound, bound);
        return bound;
    }
}
