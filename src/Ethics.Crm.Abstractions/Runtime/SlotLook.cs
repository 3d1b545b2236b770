namespace Ethics.Crm.Runtime;

/// <summary>What the slot of one object says of a purpose, for whoever goes through many objects and reads none of their members.</summary>
internal static class SlotLook
{
    /// <summary>Whether the people behind the slot allow all that is wanted; binds it where it is not bound, as a read would.</summary>
    /// <param name="wanted">The bits of the purposes, with the code of the host.</param>
    /// <returns>Null when the slot cannot say: its people may be others at the next look.</returns>
    public static bool? Allows<TKey>(ref SubjectSlot<TKey> slot, TKey key, ulong wanted, GateHost host, SubjectBinder<TKey> binder)
    {
        var bound = Volatile.Read(ref slot.Bound);
        if (bound is null || (wanted & ~bound.Allowed) != 0 || !EqualityComparer<TKey>.Default.Equals(bound.Key, key))
            return AllowsAnew(ref slot, key, wanted, host, binder, bound);
        return true;
    }

    private static bool? AllowsAnew<TKey>(ref SubjectSlot<TKey> slot, TKey key, ulong wanted, GateHost host, SubjectBinder<TKey> binder, ConsentSlot<TKey>? bound)
    {
        if (bound is null || bound.IsRetired || !ReferenceEquals(bound.Host, host) || !EqualityComparer<TKey>.Default.Equals(bound.Key, key))
        {
            bound = host.Bind(binder, key);
            Volatile.Write(ref slot.Bound, bound);
        }

        return ReferenceEquals(bound.Host, host) ? (wanted & ~bound.Allowed) == 0 : null;
    }
}
