using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Ethics.Crm.Runtime;

/// <summary>What one person (or several together) allows at this moment, shared by every object about them. A withdrawal writes it, so the next read sees it.</summary>
/// <remarks>There is one for each person in memory, ten million of them perhaps: two words and the key, and nothing that can be told from the key.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConsentSlot
{
    // The bit that nobody ever permits is set in a slot that has been retired, and in no other: no field of its own is needed to tell.
    private ulong _allowed;
    private SlotOwner _owner;

    private protected ConsentSlot(SlotOwner owner) => _owner = owner;

    /// <summary>Whose slot it is: the host, and what the host knows the people by.</summary>
    internal SlotOwner Owner => Volatile.Read(ref _owner) is var owner && owner is RefusingOwner refusing ? refusing.Owner : owner;

    internal GateHost Host => _owner.Host;

    /// <summary>The purposes that the people allow, with the code of the host. Written under the host's lock.</summary>
    internal ulong Allowed
    {
        get => Volatile.Read(ref _allowed);
        set
        {
            // What they refused before, they may refuse for another reason now.
            Volatile.Write(ref _owner, Owner);
            if (!IsRetired)
                Begin(value);
            Host.CountChange();
        }
    }

    /// <summary>Writes what the people allow into a slot that nobody has seen yet, so that nothing changes for anybody.</summary>
    internal void Begin(ulong allowed) => Volatile.Write(ref _allowed, (allowed & ~(HostCodes.Mask | PurposeBits.NeverPermitted)) | (Host.Code & HostCodes.Mask));

    /// <summary>Allows nothing for good; the next read binds another slot.</summary>
    internal bool IsRetired => (Volatile.Read(ref _allowed) & PurposeBits.NeverPermitted) != 0;

    /// <summary>The key as the id of a person; null when it is none by itself.</summary>
    internal abstract string? KeyText { get; }

    /// <summary>What is known of why the people refuse; null when nobody asked since their last change.</summary>
    internal RefusingOwner? Reasons
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref _owner) as RefusingOwner;
    }

    /// <summary>Keeps reasons until the people's next change. Called under the host's lock, with what was found out under it.</summary>
    internal void Remember(RefusingOwner reasons) => Volatile.Write(ref _owner, reasons);

    /// <summary>Called under the host's lock.</summary>
    internal void Retire()
    {
        Volatile.Write(ref _allowed, PurposeBits.NeverPermitted);
        Host.CountChange();
    }
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
