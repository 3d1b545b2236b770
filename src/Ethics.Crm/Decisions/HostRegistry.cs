using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>The hosts of this process. They share one policy; a second one with another policy does not start.</summary>
internal sealed class HostRegistry
{
    public static readonly HostRegistry Instance = new();

    private readonly List<CrmHost> _running = [];
    private volatile CrmHost? _only;

    /// <summary>Told of reads that audit let pass, and of unchecked scopes.</summary>
    public event Action<string, IReadOnlyList<string>, Refusal>? Audited;

    public event Action<string>? Unchecked;

    public CrmHost? OnlyOne => _only;

    /// <summary>The identity of the policy in force; null before any start.</summary>
    public string? LiveIdentity => (GateRuntime.Current as LiveRuntime)?.Table.Identity;

    /// <exception cref="InvalidOperationException">Another host runs under another policy.</exception>
    public void Start(CrmHost host, PolicyTable table, Action run)
    {
        lock (GateRuntime.Sync)
        {
            if (_running.Count > 0 && GateRuntime.Current is LiveRuntime live && live.Table.Identity != table.Identity)
            {
                throw new InvalidOperationException(
                    "Another host in this process runs under another Ethics.Crm policy, and a process can have only one. Give both the same policy file, or stop the first host before the second starts.");
            }

            run();
            _running.Add(host);
            _only = _running.Count == 1 ? host : null;
            Replace(table);
        }
    }

    public void Stop(CrmHost host)
    {
        lock (GateRuntime.Sync)
        {
            host.Halt();
            if (_running.Remove(host))
                _only = _running.Count == 1 ? _running[0] : null;
        }
    }

    /// <summary>After a start that failed nothing is permitted any more, unless another host runs.</summary>
    public void Fail(string reason)
    {
        lock (GateRuntime.Sync)
        {
            if (_running.Count == 0)
                GateRuntime.Replace(new UnavailableRuntime(reason), []);
        }
    }

    /// <summary>Puts a policy in place for all hosts: narrows members, forgets what people were bound to, and widens last.</summary>
    public void Replace(PolicyTable table)
    {
        lock (GateRuntime.Sync)
        {
            var next = new LiveRuntime(table, this);
            GateRuntime.Replace(next, table.Purposes, () => _running.ForEach(h => h.RetireSlots()));
        }
    }

    public void Audit(string member, IReadOnlyList<string> purposes, Refusal refusal) => Audited?.Invoke(member, purposes, refusal);

    public void AuditUnchecked(string reason) => Unchecked?.Invoke(reason);

    /// <summary>For tests, which start and stop hosts in one process: as if nothing had ever started.</summary>
    internal void Reset()
    {
        lock (GateRuntime.Sync)
        {
            foreach (var host in _running.ToList())
                Stop(host);
            GateRuntime.Reset();
        }
    }
}

/// <summary>What is left when a start failed: everything is refused, with the reason.</summary>
internal sealed class UnavailableRuntime(string reason) : GateRuntime
{
    public override GateHost? HostFor(GateHost? known) => null;

    public override IEnumerable<string> FastPermitted(GuardedMember member) => [];

    public override IReadOnlyList<string> Permitted(GuardedMember member) => [];

    public override GateVerdict Judge(GuardedMember member, IReadOnlyList<string> purposes, GateHost? host, ConsentSlot slot) => Refused(member);

    public override GateVerdict Refuse(GuardedMember member, Refusal refusal, string why) => Refused(member);

    private GateVerdict Refused(GuardedMember member) =>
        GateVerdict.Refuse(Refusal.PolicyUnavailable, $"'{member.Member}' was read, but Ethics.Crm did not start, so nothing is permitted: {reason}");
}
