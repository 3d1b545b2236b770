using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Ethics.Crm.Runtime;

/// <summary>Decides each read of a guarded property. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ReadGate
{
    /// <summary>True when every purpose of the innermost scope is permitted for the member by the live policy and allowed by the person; false sends the read to <see cref="Decide{TKey, T}(GuardedMember, SubjectBinder{TKey}, ref SubjectSlot{TKey}, TKey, T)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Permits<TKey>(MemberMask member, ref SubjectSlot<TKey> slot, TKey key)
    {
        var scope = AmbientScope.Current;
        // In this order, with a barrier between each two: slot, member's mask, slot's mask. A policy change retires slots before it widens members.
        var bound = Volatile.Read(ref slot.Bound);
        // Both masks carry the code of their host, so that a slot of another host fails here too.
        return scope is not null && bound is not null
            && (scope.Mask & ~(member.Value & bound.Allowed)) == 0
            && EqualityComparer<TKey>.Default.Equals(bound.Key, key);
    }

    [ThreadStatic]
    private static bool s_timeIsAsked;

    /// <summary>Whether a read depends on when its value was obtained: not without scope, not while it is stored, and not while that time is being found out.</summary>
    /// <returns>True once for each call of <see cref="EndsTime"/> that has to follow.</returns>
    public static bool BeginsTime(GuardedMember member)
    {
        if (s_timeIsAsked || ScopeOfRead is null || StoredRead.Is(member))
            return false;
        s_timeIsAsked = true;
        return true;
    }

    /// <summary>The time has been found out, or there is none.</summary>
    public static void EndsTime() => s_timeIsAsked = false;

    private static PurposeScope? ScopeOfRead => AmbientScope.Current ?? AssumedScope.Find();

    /// <summary>The slow path: binds the person, asks policy and ledger, and returns the value, returns it redacted, or throws.</summary>
    /// <exception cref="PurposeViolationException">The read is refused.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Decide<TKey, T>(GuardedMember member, SubjectBinder<TKey> binder, ref SubjectSlot<TKey> slot, TKey key, T value) => Decide(member, binder, ref slot, key, value, null);

    /// <summary>The slow path of a member that says when its value was obtained.</summary>
    /// <param name="collectedAt">When that was, as the object says; null when it does not.</param>
    /// <exception cref="PurposeViolationException">The read is refused.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Decide<TKey, T>(GuardedMember member, SubjectBinder<TKey> binder, ref SubjectSlot<TKey> slot, TKey key, T value, object? collectedAt)
    {
        if (TryDecide(member, binder, ref slot, key, value, out var shown, out var verdict, out var purposes, collectedAt))
            return shown;
        if (AwaitedRefusal.Takes(member))
            return default!;
        throw Refused(member, purposes, verdict);
    }

    /// <summary>The exception of a read that ends here, after whoever counts them has heard of it.</summary>
    internal static PurposeViolationException Refused(GuardedMember member, IReadOnlyList<string> purposes, GateVerdict verdict)
    {
        var runtime = GateRuntime.Current;
        runtime.OnStopped(member, ScopeOfRead?.Host, purposes, verdict with { Outcome = GateOutcome.Refused });
        return new(member.Member, [.. purposes], [.. runtime.Permitted(member)], verdict.Refusal, verdict.Reason, verdict.Rule);
    }

    /// <summary>The slow path without its exception.</summary>
    /// <param name="shown">What the reader may see: the value, or what stands for it where it is redacted.</param>
    /// <returns>False when the read is refused.</returns>
    internal static bool TryDecide<TKey, T>(
        GuardedMember member, SubjectBinder<TKey> binder, ref SubjectSlot<TKey> slot, TKey key, T value, out T shown, out GateVerdict verdict, out IReadOnlyList<string> purposes,
        object? collectedAt = null)
    {
        var runtime = GateRuntime.Current;
        verdict = Judge(runtime, member, binder, ref slot, key, collectedAt, out purposes);
        switch (verdict.Outcome)
        {
            case GateOutcome.Allowed:
                shown = value;
                return true;
            case GateOutcome.Audited:
                runtime.OnAudited(member, ScopeOfRead?.Host, verdict.Audited ?? []);
                shown = value;
                return true;
            case GateOutcome.Redacted:
                if (!TryRedact(member, verdict, out shown))
                    return false;
                runtime.OnStopped(member, ScopeOfRead?.Host, purposes, verdict);
                return true;
            default:
                shown = default!;
                return false;
        }
    }

    /// <summary>True when the value is exactly what a redacted read in this open scope yields: a form that posts it back must destroy nothing. Without one, what is assigned is meant.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IgnoresWrite<TKey, T>(GuardedMember member, SubjectBinder<TKey> binder, ref SubjectSlot<TKey> slot, TKey key, T value) => IgnoresWrite(member, binder, ref slot, key, value, null);

    /// <summary>The same for a member that says when its value was obtained.</summary>
    /// <param name="collectedAt">When that was, as the object says; null when it does not.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IgnoresWrite<TKey, T>(GuardedMember member, SubjectBinder<TKey> binder, ref SubjectSlot<TKey> slot, TKey key, T value, object? collectedAt) =>
        AmbientScope.Current is { IsClosed: false }
        && Judge(GateRuntime.Current, member, binder, ref slot, key, collectedAt, out _, isWrite: true) is { Outcome: GateOutcome.Redacted } verdict
        && TryRedact<T>(member, verdict, out var redacted)
        && EqualityComparer<T>.Default.Equals(redacted, value);

    private static GateVerdict Judge<TKey>(
        GateRuntime runtime, GuardedMember member, SubjectBinder<TKey> binder, ref SubjectSlot<TKey> slot, TKey key, object? collectedAt, out IReadOnlyList<string> purposes,
        bool isWrite = false)
    {
        if (StoredRead.Is(member))
        {
            purposes = [];
            return GateVerdict.Allowed;
        }

        var scope = ScopeOfRead;
        // The array may be shared by every scope of its purpose: only a read-only view leaves.
        purposes = scope is null ? [] : Array.AsReadOnly(scope.Names);
        if (scope is null)
            return JudgeWithoutScope(runtime, member, binder, ref slot, key);
        if (scope.IsClosed)
            return runtime.Refuse(member, purposes, Refusal.ClosedScope, GateMessages.ClosedScope(member, purposes));

        if (scope.Refresh() is not { } host)
            return runtime.Judge(member, purposes, null, UnknownPerson<TKey>.Slot, collectedAt);

        var bound = Bind(host, binder, ref slot, key);
        // The host has been compared; one without code has scopes or slots that are never permitted at once.
        var wanted = bound.Host.Code == HostCodes.None ? PurposeBits.MaskOf(scope.Names) : scope.Mask;
        if ((wanted & ~(member.Permitted & bound.Allowed)) == 0 && !host.JudgesEachRead)
            return GateVerdict.Allowed;
        return isWrite ? runtime.JudgeWrite(member, purposes, host, bound, collectedAt) : runtime.Judge(member, purposes, host, bound, collectedAt);
    }

    private static GateVerdict JudgeWithoutScope<TKey>(GateRuntime runtime, GuardedMember member, SubjectBinder<TKey> binder, ref SubjectSlot<TKey> slot, TKey key)
    {
        var verdict = runtime.Refuse(member, [], Refusal.NoScope, GateMessages.NoScope(member, runtime.Permitted(member)));
        if (verdict.Outcome != GateOutcome.Audited || runtime.HostFor(null) is not { } host)
            return verdict;
        // Nothing is known of the purpose, but the person may have stopped every use.
        var any = runtime.JudgeAnyUse(member, host, Bind(host, binder, ref slot, key));
        return any.Outcome == GateOutcome.Allowed ? verdict : any;
    }

    private static ConsentSlot<TKey> Bind<TKey>(GateHost host, SubjectBinder<TKey> binder, ref SubjectSlot<TKey> slot, TKey key)
    {
        var bound = Volatile.Read(ref slot.Bound);
        // A slot that the object holds says nothing where its people can be others though the key is the same; a record may have it from what it is a copy of.
        if (bound is null || binder.AsksObject || bound.IsRetired || !ReferenceEquals(bound.Host, host) || !EqualityComparer<TKey>.Default.Equals(bound.Key, key))
        {
            bound = host.Bind(binder, key);
            Volatile.Write(ref slot.Bound, bound);
        }

        return bound;
    }

    private static bool TryRedact<T>(GuardedMember member, GateVerdict verdict, out T redacted)
    {
        redacted = default!;
        // Null where the member may be null; a string may be text; an invented value of any other type would be a false statement about a person.
        if (member.IsNullable && default(T) is null)
            return true;
        if (typeof(T) != typeof(string))
            return false;
        redacted = (T)(object)(verdict.RedactedText ?? "");
        return true;
    }

    private static class UnknownPerson<TKey>
    {
        public static readonly ConsentSlot<TKey> Slot = new(NoHost.Instance.Nobody, default!);
    }

    private sealed class NoHost : GateHost
    {
        public static readonly NoHost Instance = new();

        public override bool IsRunning => false;

        public override ConsentSlot<TKey> Bind<TKey>(SubjectBinder<TKey> binder, TKey key) => UnknownPerson<TKey>.Slot;
    }
}
