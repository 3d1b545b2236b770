namespace Ethics.Crm.Runtime;

/// <summary>One application in this process: it knows its people. Hosts share the policy, never consent.</summary>
internal abstract class GateHost
{
    private SlotOwner? _nobody;
    private int _changes;

    /// <summary>False once the host has stopped; nothing is allowed through it any more.</summary>
    public abstract bool IsRunning { get; }

    /// <summary>Tells scopes and slots of this host from those of others; <see cref="HostCodes.None"/> sends each read to the slow path. Set before the host runs.</summary>
    public ulong Code { get; protected set; } = HostCodes.None;

    /// <summary>Another number after each change of what some slot says: as long as it is the same, so is all that was read from slots of this host since.</summary>
    public int Changes => Volatile.Read(ref _changes);

    /// <summary>A slot says something else from now on.</summary>
    public void CountChange() => Interlocked.Increment(ref _changes);

    /// <summary>Owner of the slots of people who are not known.</summary>
    public SlotOwner Nobody => _nobody ??= new(this);

    /// <summary>Whether each read in its scopes is judged by itself, also one whose purposes and people allow it.</summary>
    public virtual bool JudgesEachRead => false;

    /// <summary>Whose the scopes are that code of this host opens from now on: another's where what this one stands for has ended.</summary>
    public virtual GateHost ForLaterScopes => this;

    /// <summary>One of its scopes has been closed.</summary>
    public virtual void OnScopeClosed()
    {
    }

    /// <summary>The slot for the people behind a key; never null. A key that is unset gets a slot of somebody unknown.</summary>
    public abstract ConsentSlot<TKey> Bind<TKey>(SubjectBinder<TKey> binder, TKey key);
}
