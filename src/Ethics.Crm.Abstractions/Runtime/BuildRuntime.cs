namespace Ethics.Crm.Runtime;

/// <summary>
/// What the build resolved from attributes and policy: the answer for libraries and tests that run without a host. Nothing is known of people,
/// so purposes that rest on consent, legitimate interests or public task are refused.
/// </summary>
internal sealed class BuildRuntime : GateRuntime
{
    public static readonly BuildRuntime Instance = new();

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private volatile Host _host = new();

    public override GateHost? HostFor(GateHost? known) => _host;

    public override IEnumerable<string> FastPermitted(GuardedMember member) => member.BuildWithoutPerson;

    public override IReadOnlyList<string> Permitted(GuardedMember member) => member.BuildPermitted;

    public override GateVerdict Judge(GuardedMember member, IReadOnlyList<string> purposes, GateHost? host, ConsentSlot slot, object? collectedAt)
    {
        foreach (var purpose in purposes)
        {
            if (Array.IndexOf(member.BuildWithoutPerson, purpose) >= 0)
                continue;
            bool known;
            lock (Sync)
                known = _known.Contains(purpose);
            if (!known)
                return GateVerdict.Refuse(Refusal.UnknownPurpose, GateMessages.UnknownPurpose(member, purpose));
            return Array.IndexOf(member.BuildPermitted, purpose) >= 0
                ? GateVerdict.Refuse(Refusal.SubjectUnknown, GateMessages.NoHost(member, purpose))
                : GateVerdict.Refuse(Refusal.NotPermitted, GateMessages.NotPermitted(member, member.BuildPermitted, purpose));
        }

        return GateVerdict.Allowed;
    }

    public override GateVerdict Refuse(GuardedMember member, IReadOnlyList<string> purposes, Refusal refusal, string reason) => GateVerdict.Refuse(refusal, reason);

    internal void Know(string[] purposes)
    {
        _known.UnionWith(purposes);
        PurposeBits.Declare(purposes);
    }

    /// <summary>Once a host has started, or failed to, no slot of the build may allow anything.</summary>
    internal void Retire(GateRuntime next)
    {
        if (!ReferenceEquals(next, this))
            _host.Retire();
    }

    /// <summary>For tests that start hosts in one process.</summary>
    internal void Revive() => _host = new Host();

    private sealed class Host : GateHost
    {
        private readonly WeakList<ConsentSlot> _slots = new();
        private bool _retired;

        public Host() => Code = HostCodes.Build;

        public override bool IsRunning => !_retired;

        public override ConsentSlot<TKey> Bind<TKey>(SubjectBinder<TKey> binder, TKey key)
        {
            lock (Sync)
            {
                var slot = new ConsentSlot<TKey>(Nobody, key);
                if (!_retired)
                {
                    slot.Allowed = ~PurposeBits.NeverPermitted;
                    _slots.Add(slot);
                }

                return slot;
            }
        }

        public void Retire()
        {
            _retired = true;
            foreach (var slot in _slots)
                slot.Retire();
        }
    }
}
