using Ethics.Crm.Runtime;

namespace Ethics.Crm;

/// <summary>
/// What the running code works for. Opened with <see cref="Enter(string[])"/>, it flows over await into everything that the code calls, until it is closed.
/// Guarded members can be read only while every purpose of the innermost scope is permitted for them.
/// </summary>
/// <remarks>Open it with <c>using</c>, or use <see cref="Run(string, Action)"/>, which cannot be left open. Code that captured a scope that has been closed is refused.</remarks>
public sealed partial class PurposeScope : IDisposable
{
    /// <summary>
    /// All bits, the one that nobody permits among them: a closed scope is never opened again, so nothing replaces this value. No open scope has it, because
    /// the code of a host leaves bits out.
    /// </summary>
    private const long ClosedMask = -1;

    private volatile PurposeScope? _parent;
#if NET8_0_OR_GREATER
    // The context before this scope and the one that opening it made. As long as nothing else has changed, putting the first back costs no allocation.
    private ExecutionContext? _before;
    private ExecutionContext? _opened;
#endif
    private GateHost? _owner;
    private long _mask;

    private PurposeScope(string[] names, ulong bits, PurposeScope? around, GateHost? known)
    {
        // One that has been closed never comes back, but code in it still belongs to its host.
        if (around is not null)
        {
            _parent = NearestOpen(around);
            known ??= around._owner?.ForLaterScopes;
        }

        var own = GateRuntime.Current.HostFor(known);
        // Nobody else has this scope yet: no need for FindHost's care.
        _owner = own ?? known;
        Names = names;
        _mask = (long)(bits | (own?.Code ?? HostCodes.None));
    }

    /// <summary>The purposes of the innermost open scope, in the order given; empty without scope.</summary>
    public static IReadOnlyList<string> Current => AmbientScope.Current is { IsClosed: false } scope ? Array.AsReadOnly(scope.Names) : [];

    internal string[] Names { get; }

    /// <summary>The host whose policy and consent count; null while several run and none is known, and once its own has stopped.</summary>
    internal GateHost? Host => GateRuntime.Current.HostFor(_owner);

    internal bool IsClosed => Volatile.Read(ref _mask) == ClosedMask;

    /// <summary>The purposes, with the code of the host whose policy and consent count.</summary>
    internal ulong Mask => (ulong)Volatile.Read(ref _mask);

    /// <summary>Opens a scope that works for all the purposes named, in place of the enclosing one until it is disposed.</summary>
    /// <param name="purposes">At least one; a purpose that the policy does not know permits nothing.</param>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    public static PurposeScope Enter(params string[] purposes) =>
        // Nearly all code names one, by a constant: what has a bit is not blank.
        purposes is [{ } only] && PurposeBits.Find(only) is { } declared ? Open(null, declared.Names, declared.Bit) : Enter(null, purposes);

    /// <summary>Without the array that callers of <see cref="Enter(string[])"/> make.</summary>
    /// <exception cref="ArgumentException">The purpose is null or blank.</exception>
    private static PurposeScope EnterOne(string purpose)
    {
        if (string.IsNullOrWhiteSpace(purpose))
            throw BlankPurpose(nameof(purpose));
        return Open(null, purpose);
    }

    internal static PurposeScope Enter(GateHost? host, string[] purposes)
    {
        Check(purposes);
        if (purposes.Length == 1)
            return Open(host, purposes[0]);
        // The caller may change its array.
        var names = (string[])purposes.Clone();
        return Open(host, names, PurposeBits.MaskOf(names));
    }

    /// <summary>One that no flow carries, and that belongs to whichever host is the only one.</summary>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    internal static PurposeScope Detached(string[] purposes)
    {
        Check(purposes);
        var names = (string[])purposes.Clone();
        return new PurposeScope(names, PurposeBits.MaskOf(names), null, null);
    }

    /// <summary>Closes the scope for everything that ever captured it. The nearest enclosing scope that is still open takes its place. May be called more than once.</summary>
    public void Dispose()
    {
        if (IsClosed)
            return;
        // Refresh compares before it writes, so whichever comes first, this value stays.
        Volatile.Write(ref _mask, ClosedMask);
        _owner?.OnScopeClosed();

        // Whoever captured this scope must not keep what was around it: work that starts its own successor would keep every scope that it ever opened.
        var parent = _parent;
        var next = parent;
        if (parent is { IsClosed: true })
            _parent = next = NearestOpen(parent);
#if NET8_0_OR_GREATER
        var (before, opened) = (_before, _opened);
        (_before, _opened) = (null, null);
#endif

        // Out of order: an inner scope that is still open stays; it finds us closed when its own turn comes.
        if (!ReferenceEquals(AmbientScope.Current, this))
            return;
#if NET8_0_OR_GREATER
        if (before is not null && opened is not null && ReferenceEquals(next, parent) && ReferenceEquals(ExecutionContext.Capture(), opened))
        {
            ExecutionContext.Restore(before);
            return;
        }
#endif
        AmbientScope.Flow.Local.Value = next;
    }

    private static PurposeScope Open(GateHost? host, string purpose) =>
        PurposeBits.Find(purpose) is { } declared ? Open(host, declared.Names, declared.Bit) : Open(host, [purpose], PurposeBits.NeverPermitted);

    private static PurposeScope Open(GateHost? host, string[] names, ulong bits)
    {
        // The mirror is what the flow holds, and cheaper to ask.
        var around = AmbientScope.Current;
        var scope = new PurposeScope(names, bits, around, host);
#if NET8_0_OR_GREATER
        // Null while the flow is suppressed; around a closed scope there is nothing to put back.
        var before = around is { IsClosed: true } ? null : ExecutionContext.Capture();
        AmbientScope.Flow.Local.Value = scope;
        if (before is not null)
            (scope._before, scope._opened) = (before, ExecutionContext.Capture());
#else
        AmbientScope.Flow.Local.Value = scope;
#endif
        return scope;
    }

    /// <summary>Purposes can become known after the scope was opened (a model's first use, a reload), and so can the host: the slow path looks again.</summary>
    /// <returns>The host whose policy and consent count; null while several run and none is known, and once its own has stopped.</returns>
    internal GateHost? Refresh()
    {
        var host = FindHost();
        var seen = Volatile.Read(ref _mask);
        // Another thread may close the scope at this moment; the closed mask then stands.
        if (seen != ClosedMask)
            Interlocked.CompareExchange(ref _mask, (long)(PurposeBits.MaskOf(Names) | (host?.Code ?? HostCodes.None)), seen);
        return host;
    }

    /// <summary>The owner is kept when it has stopped: another host's people are not its people.</summary>
    private GateHost? FindHost()
    {
        while (true)
        {
            var seen = Volatile.Read(ref _owner);
            var host = GateRuntime.Current.HostFor(seen);
            // Of two threads that find a host at once the second asks again: a scope must hold the host whose code it carries.
            if (host is null || ReferenceEquals(host, seen) || ReferenceEquals(Interlocked.CompareExchange(ref _owner, host, seen), seen))
                return host;
        }
    }

    private static PurposeScope? NearestOpen(PurposeScope? scope)
    {
        while (scope is { IsClosed: true })
            scope = scope._parent;
        return scope;
    }

    private static void Check(string[] purposes)
    {
        if (purposes is null || purposes.Length == 0)
            throw new ArgumentException("Name at least one purpose, for example PurposeScope.Enter(Purposes.Support).", nameof(purposes));
        foreach (var purpose in purposes)
        {
            if (string.IsNullOrWhiteSpace(purpose))
                throw BlankPurpose(nameof(purposes));
        }
    }

    private static ArgumentException BlankPurpose(string parameter) => new("A purpose is null or blank; name a purpose of the policy.", parameter);
}
