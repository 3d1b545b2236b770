using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>What one person (or several together) allows at this moment, shared by every object about them. A withdrawal writes it, so the next read sees it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConsentSlot
{
    private ulong _allowed;

    private protected ConsentSlot(GateHost host, object? person)
    {
        Host = host;
        Person = person;
    }

    internal GateHost Host { get; }

    /// <summary>What the host knows the people by; it also keeps them alive as long as an object holds the slot.</summary>
    internal object? Person { get; }

    internal ulong Allowed
    {
        get => Volatile.Read(ref _allowed);
        set => Volatile.Write(ref _allowed, value);
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
