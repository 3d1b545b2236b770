namespace Ethics.Crm.Runtime;

/// <summary>Who answers reads in this process: the build, until a host starts; from then on the live policy, or nobody when a start failed.</summary>
internal abstract class GateRuntime
{
    /// <summary>Guards everything that changes answers: registration, start, reload. Never taken by a read that is permitted at once.</summary>
    public static readonly object Sync = new();

    // Weak: a member of a plug-in that is unloaded must not hold it.
    private static readonly WeakList<GuardedMember> Members = new();
    private static volatile GateRuntime _current = BuildRuntime.Instance;
    private static int _registrations;

    public static GateRuntime Current => _current;

    /// <summary>How many guarded members have been registered so far.</summary>
    internal static int Registrations => Volatile.Read(ref _registrations);

    /// <summary>The host for a scope: its own while that runs, else the only one; null when several run and none is known.</summary>
    public abstract GateHost? HostFor(GateHost? known);

    /// <summary>The purposes that a read may be permitted for without the slow path, consent apart.</summary>
    public abstract IEnumerable<string> FastPermitted(GuardedMember member);

    /// <summary>All purposes that the policy permits for the member, consent apart; for messages.</summary>
    public abstract IReadOnlyList<string> Permitted(GuardedMember member);

    /// <param name="collectedAt">When the value was obtained, as its object says; null when it does not.</param>
    public abstract GateVerdict Judge(GuardedMember member, IReadOnlyList<string> purposes, GateHost? host, ConsentSlot slot, object? collectedAt);

    /// <summary>What a read in this place would be shown, for a write, which is none: nothing may come of the question.</summary>
    /// <param name="collectedAt">When the value was obtained, as its object says; null when it does not.</param>
    public virtual GateVerdict JudgeWrite(GuardedMember member, IReadOnlyList<string> purposes, GateHost? host, ConsentSlot slot, object? collectedAt) =>
        Judge(member, purposes, host, slot, collectedAt);

    /// <summary>A refusal that has nothing to do with member and person (no scope, a closed scope), as the policy's modes treat it.</summary>
    /// <param name="purposes">Those of the closed scope; empty without scope.</param>
    public abstract GateVerdict Refuse(GuardedMember member, IReadOnlyList<string> purposes, Refusal refusal, string reason);

    /// <summary>What the person has against every use, whatever it is for: a restriction.</summary>
    public virtual GateVerdict JudgeAnyUse(GuardedMember member, GateHost host, ConsentSlot slot) => GateVerdict.Allowed;

    /// <summary>Whether the policy alone refuses the read for these purposes, whoever the person is, so that nobody needs to be asked. False where that is not known.</summary>
    public virtual bool RefusesWhoever(GuardedMember member, IReadOnlyList<string> purposes) => false;

    public virtual void Prepare(GuardedMember member)
    {
    }

    public virtual void OnUnchecked(string reason)
    {
    }

    /// <summary>A read that the policy would refuse but only records; see <see cref="GateVerdict.Audited"/>.</summary>
    /// <param name="host">The one that the scope belongs to; null without scope, or when none is known.</param>
    public virtual void OnAudited(GuardedMember member, GateHost? host, IReadOnlyList<AuditedUse> uses)
    {
    }

    /// <summary>A read that ends in a refusal or in a redacted value. What JSON or a log leaves out without being told to is none.</summary>
    /// <param name="host">The one that the scope belongs to; null without scope, or when none is known.</param>
    public virtual void OnStopped(GuardedMember member, GateHost? host, IReadOnlyList<string> purposes, GateVerdict verdict)
    {
    }

    /// <summary>The guarded properties whose types are in use.</summary>
    internal static IReadOnlyList<GuardedMember> AllMembers()
    {
        lock (Sync)
            return Members.ToList();
    }

    /// <summary>By display name (two namespaces may share one), or by the full name of a declaration; empty when no guarded property of that name is in use.</summary>
    internal static IReadOnlyList<GuardedMember> FindMembers(string name)
    {
        lock (Sync)
            return Members.Where(m => m.Member == name || m.Labels.Any(l => l.Member == name)).ToList();
    }

    internal static void Register(GuardedMember member, string[] knownPurposes)
    {
        lock (Sync)
        {
            BuildRuntime.Instance.Know(knownPurposes);
            Members.Add(member);
            Volatile.Write(ref _registrations, _registrations + 1);
            Current.Prepare(member);
            member.Permitted = PurposeBits.PermittedMaskOf(Current.FastPermitted(member));
        }
    }

    /// <summary>
    /// Puts another answer in place. Narrows members to what both permit, retires every slot, and only then widens: each read answers by the old policy,
    /// the new one or their intersection. Slots are not widened but bound anew, because a read that has fetched a member's old mask, and then sleeps,
    /// must not meet a slot of the new policy.
    /// </summary>
    /// <param name="declared">The purposes of the new policy; they get their bits.</param>
    /// <param name="retireSlots">Retires every slot that was bound before; slots bound from then on follow <paramref name="next"/>.</param>
    internal static void Replace(GateRuntime next, IEnumerable<string> declared, Action? retireSlots = null)
    {
        lock (Sync)
        {
            PurposeBits.Declare(declared);
            foreach (var member in Members)
                member.Permitted &= PurposeBits.PermittedMaskOf(next.FastPermitted(member));
            _current = next;
            BuildRuntime.Instance.Retire(next);
            retireSlots?.Invoke();

            foreach (var member in Members)
            {
                next.Prepare(member);
                member.Permitted = PurposeBits.PermittedMaskOf(next.FastPermitted(member));
            }
        }
    }

    /// <summary>For tests: the build answers again.</summary>
    internal static void Reset()
    {
        lock (Sync)
        {
            BuildRuntime.Instance.Revive();
            _current = BuildRuntime.Instance;
            foreach (var member in Members)
            {
                member.Permitted = PurposeBits.PermittedMaskOf(member.BuildWithoutPerson);
                member.MayRedact = false;
                member.Resolved = null;
            }
        }
    }
}
