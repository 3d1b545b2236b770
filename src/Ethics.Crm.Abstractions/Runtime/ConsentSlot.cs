using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>What one person (or several together) allows at this moment, shared by every object about them. A withdrawal writes it, so the next read sees it.</summary>
/// <remarks>There is one for each person in memory, ten million of them perhaps: two words and the key, and nothing that can be told from the key.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConsentSlot
{
    // The bit that nobody ever permits is set in a slot that has been retired, and in no other: no field of its own is needed to tell.
    private ulong _allowed;

    private protected ConsentSlot(SlotOwner owner) => Owner = owner;

    /// <summary>Whose slot it is: the host, and what the host knows the people by.</summary>
    internal SlotOwner Owner { get; }

    internal GateHost Host => Owner.Host;

    /// <summary>The purposes that the people allow, with the code of the host. Written under the host's lock.</summary>
    internal ulong Allowed
    {
        get => Volatile.Read(ref _allowed);
        set
        {
            if (!IsRetired)
                Volatile.Write(ref _allowed, (value & ~(HostCodes.Mask | PurposeBits.NeverPermitted)) | (Host.Code & HostCodes.Mask));
        }
    }

    /// <summary>Allows nothing for good; the next read binds another slot.</summary>
    internal bool IsRetired => (Volatile.Read(ref _allowed) & PurposeBits.NeverPermitted) != 0;

    /// <summary>The key as the id of a person; null when it is none by itself.</summary>
    internal abstract string? KeyText { get; }

    /// <summary>Called under the host's lock.</summary>
    internal void Retire() => Volatile.Write(ref _allowed, PurposeBits.NeverPermitted);
}

/// <summary>A slot that remembers the key it was bound for; an object whose key has changed does not match it any more.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConsentSlot<TKey> : ConsentSlot
{
    internal ConsentSlot(SlotOwner owner, TKey key)
        : base(owner) => Key = key;

    internal TKey Key { get; }

    internal override string? KeyText => SubjectId.Of(Key).Text;
}
