using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Fixtures;

/// <summary>A live policy as the gate sees it, with answers that a test chooses. Dispose gives the process back to the build.</summary>
internal sealed class FakeRuntime : GateRuntime, IDisposable
{
    public List<FakeHost> Hosts { get; } = [new FakeHost()];

    public FakeHost Host => Hosts[0];

    /// <summary>Purposes that every member permits.</summary>
    public string[] Permits { get; set; } = ["support"];

    /// <summary>What happens to everything that is not permitted.</summary>
    public GateOutcome Otherwise { get; set; } = GateOutcome.Refused;

    public string? RedactedText { get; set; }

    public bool Redacts { get; init; }

    public List<(string Member, string Purposes, Refusal Refusal)> Audit { get; } = [];

    public List<string> UncheckedReasons { get; } = [];

    public int SlowReads { get; private set; }

    /// <summary>Runs before each member gets what this policy permits.</summary>
    public Action<GuardedMember>? BeforeMember { get; set; }

    /// <summary>Runs before the slots are retired.</summary>
    public Action? BeforeRetiring { get; set; }

    /// <summary>Runs once, between the question for a host and its answer, as another thread may.</summary>
    public Action? BeforeHostIsTold { get; set; }

    public FakeRuntime Start()
    {
        Replace(this, Permits, () =>
        {
            BeforeRetiring?.Invoke();
            Hosts.ForEach(h => h.Retire());
        });
        return this;
    }

    public override GateHost? HostFor(GateHost? known)
    {
        var host = known is FakeHost own
            ? own.IsRunning ? own : null
            : Hosts.Where(h => h.IsRunning).ToList() is [var only] ? only : null;
        var between = BeforeHostIsTold;
        BeforeHostIsTold = null;
        between?.Invoke();
        return host;
    }

    public override IEnumerable<string> FastPermitted(GuardedMember member) => Permits;

    public override IReadOnlyList<string> Permitted(GuardedMember member) => Permits;

    public override void Prepare(GuardedMember member)
    {
        BeforeMember?.Invoke(member);
        member.MayRedact = Redacts;
    }

    public override GateVerdict Judge(GuardedMember member, IReadOnlyList<string> purposes, GateHost? host, ConsentSlot slot, object? collectedAt)
    {
        SlowReads++;
        return purposes.All(Permits.Contains) && (slot.Allowed & ~(HostCodes.Mask | PurposeBits.NeverPermitted)) != 0 ? GateVerdict.Allowed : Refuse(member, purposes, Refusal.NotPermitted, "refused by the test");
    }

    public override GateVerdict Refuse(GuardedMember member, IReadOnlyList<string> purposes, Refusal refusal, string reason) =>
        new(Otherwise, refusal, reason, "the-rule", RedactedText, purposes.Count == 0 ? [new AuditedUse(null, refusal)] : [.. purposes.Select(p => new AuditedUse(p, refusal))]);

    public override void OnAudited(GuardedMember member, GateHost? host, IReadOnlyList<AuditedUse> uses)
    {
        foreach (var use in uses)
            Audit.Add((member.Member, use.Purpose ?? "", use.Refusal));
    }

    public override void OnUnchecked(string reason) => UncheckedReasons.Add(reason);

    /// <summary>Stops its hosts too, as an application does: only what has stopped gives its code back at once, and there are nineteen.</summary>
    public void Dispose()
    {
        Reset();
        Hosts.ForEach(h => h.Running = false);
    }
}

internal sealed class FakeHost : GateHost
{
    private readonly Dictionary<object, ConsentSlot> _slots = [];
    private readonly List<ConsentSlot> _all = [];

    public FakeHost() => Code = HostCodes.Take(this);

    public FakeHost(ulong code) => Code = code;

    public override bool IsRunning => Running;

    public bool Running { get; set; } = true;

    public int Binds { get; private set; }

    /// <summary>Keys whose people refuse everything.</summary>
    public HashSet<string> Refusing { get; } = [];

    public override ConsentSlot<TKey> Bind<TKey>(SubjectBinder<TKey> binder, TKey key)
    {
        Binds++;
        var person = string.Join("+", binder.SubjectsOf(key).Select(s => s.Id));
        if (_slots.TryGetValue((typeof(TKey), person), out var known) && known is ConsentSlot<TKey> shared)
            return shared;
        var slot = new ConsentSlot<TKey>(new FakePerson(this, person), key) { Allowed = Refusing.Contains(person) ? 0 : ~PurposeBits.NeverPermitted };
        _slots[(typeof(TKey), person)] = slot;
        _all.Add(slot);
        return slot;
    }

    public void Withdraw(string person)
    {
        Refusing.Add(person);
        foreach (var slot in _all.Where(s => ((FakePerson)s.Owner).Name == person))
            slot.Allowed = 0;
    }

    public void Retire()
    {
        _all.ForEach(s => s.Retire());
        _slots.Clear();
    }

    private sealed class FakePerson(GateHost host, string name) : SlotOwner(host)
    {
        public string Name => name;
    }
}
