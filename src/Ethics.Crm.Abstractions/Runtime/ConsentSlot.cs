using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>What one person (or several together) allows at this moment, shared by every object about them. A withdrawal writes it, so the next read sees it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConsentSlot
{
    private ulong _allowed;
    private volatile bool _retired;

    private protected ConsentSlot(GateHost host, object? person)
    {
        Host = host;
        Person = person;
    }

    internal GateHost Host { get; }

    /// <summary>What the host knows the people by; it also keeps them alive as long as an object holds the slot.</summary>
    internal object? Person { get; }

    /// <summary>The purposes that the people allow, with the code of the host. Written under the host's lock.</summary>
    internal ulong Allowed
    {
        get => Volatile.Read(ref _allowed);
        set => Volatile.Write(ref _allowed, IsRetired ? 0 : (value & ~(HostCodes.Mask | PurposeBits.NeverPermitted)) | (Host.Code & HostCodes.Mask));
    }

    /// <summary>Allows nothing for good; the next read binds another slot.</summary>
    internal bool IsRetired => _retired;

    /// <summary>Called under the host's lock.</summary>
    internal void Retire()
    {
        _retired = true;
        Allowed = 0;
    }
}

/// <summary>A slot that remembers the key it was bound for; an object whose key has changed does not match it any more.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConsentSlot<TKey> : ConsentSlot
{
    internal ConsentSlot(GateHost host, TKey key, object? person)
        : base(host, person) => Key = key;

    internal TKey Key { get; }
}
