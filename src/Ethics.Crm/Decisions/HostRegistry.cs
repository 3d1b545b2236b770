using Ethics.Crm.Policies;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>The hosts of this process. They share one policy; a second one with another policy does not start.</summary>
internal sealed class HostRegistry
{
    public static readonly HostRegistry Instance = new();

    /// <summary>How often the files are looked at when other hosts keep taking readings meanwhile; what is in force then stays, and the host tries again later.</summary>
    private const int MaximumLooks = 4;

    private readonly List<CrmHost> _running = [];
    private volatile CrmHost? _only;

    // The one that has run longest; hears of what no host is known for, so that it is counted once.
    private volatile CrmHost? _first;

    // Whether an application has started, or failed to: the build then never answers again.
    private bool _hadApplication;

    // How many readings have been taken so far, or found in force already. Written under the lock.
    private long _taken;

    public CrmHost? OnlyOne => _only;

    /// <summary>Whether one of the running hosts is an application in production.</summary>
    public bool HasProduction
    {
        get
        {
            lock (GateRuntime.Sync)
                return _running.Exists(static host => host.IsProduction);
        }
    }

    private static LiveRuntime? Live => GateRuntime.Current as LiveRuntime;

    /// <param name="reading">What the host's file holds.</param>
    /// <param name="run">Lets the host answer; undone when the start fails.</param>
    /// <exception cref="PolicyLoadException">The reading yielded no policy.</exception>
    /// <exception cref="InvalidOperationException">Another host runs under another policy.</exception>
    public void Start(CrmHost host, PolicyReading reading, Action run)
    {
        var table = reading.Table ?? throw reading.Error!;
        lock (GateRuntime.Sync)
        {
            _hadApplication |= !host.IsOfATest;
            if (_running.Count > 0 && Live is { } live && live.Table.Identity != table.Identity)
            {
                throw new InvalidOperationException(
                    $"The policy '{host.PolicyPath}' says something else than '{_running[0].PolicyPath}', under which another host in this process runs, and a process can have only one. Give both the same policy file, or stop the first host before the second starts.");
            }

            try
            {
                run();
                host.Said = table.Identity;
                _running.Add(host);
                Renumber();
                _taken++;
                Replace(table);
            }
            catch
            {
                Stop(host);
                throw;
            }
        }
    }

    public void Stop(CrmHost host)
    {
        lock (GateRuntime.Sync)
        {
            host.Halt();
            if (_running.Remove(host))
                Renumber();
        }
    }

    /// <summary>After a start that failed nothing is permitted any more, unless another host runs.</summary>
    public void Fail(CrmHost host, string reason)
    {
        lock (GateRuntime.Sync)
        {
            _hadApplication |= !host.IsOfATest;
            if (_running.Count == 0)
                GateRuntime.Replace(new UnavailableRuntime(reason), []);
        }
    }

    /// <summary>
    /// Takes the policy that a host's file holds now. What opens nothing is taken at once; what opens something only when the files of the other hosts say the
    /// same, because one of two copies that has not been changed yet must not widen back what the other has closed.
    /// </summary>
    /// <param name="reading">One that yielded a policy. Of two hosts of one file the slower may come with what the file held before the quicker one's reading: that is not taken.</param>
    /// <param name="isOutdated">For tests that let something happen while the files are looked at; null looks at them.</param>
    public PolicyOffer Offer(CrmHost host, PolicyReading reading, Func<PolicyReading, bool>? isOutdated = null)
    {
        var table = reading.Table!;
        Comparison? compared = null;
        for (var looks = 0; looks < MaximumLooks; looks++)
        {
            // Without the lock, for which starts, other reloads and the first use of each guarded type wait: a mounted volume may take its time, and so does comparing large policies.
            // What another host has taken since the count was read can be newer than this look, which then says nothing.
            var taken = Volatile.Read(ref _taken);
            compared = Compare(table, compared);
            if (isOutdated?.Invoke(reading) ?? reading.IsOutdated())
                return PolicyOffer.Outdated;
            lock (GateRuntime.Sync)
            {
                if (taken != _taken)
                    continue;
                // A type that was used for the first time meanwhile may have members of which more is to be told.
                if (compared?.IsStill(Live) != true && looks < MaximumLooks - 1)
                    continue;
                return Take(host, table, Compare(table, compared));
            }
        }

        return PolicyOffer.Outdated;
    }

    /// <summary>What changes with the policy; the one that is there where nothing has changed since.</summary>
    private static Comparison? Compare(PolicyTable table, Comparison? known)
    {
        if (Live is not { } live)
            return null;
        if (known?.IsStill(live) == true)
            return known;
        var registrations = GateRuntime.Registrations;
        return new Comparison(live, registrations, live.Table.Identity == table.Identity ? null : PolicyDifference.Between(live.Table, table, GateRuntime.AllMembers()));
    }

    /// <summary>The lock is held, and no other host's reading has been taken since the files were last seen to hold this one.</summary>
    private PolicyOffer Take(CrmHost host, PolicyTable table, Comparison? compared)
    {
        if (!_running.Contains(host) || compared is null)
            return PolicyOffer.Refused("The host has stopped.");
        _taken++;
        // Hosts of one file read the same; the others of them only have not looked yet.
        foreach (var same in _running.Where(h => h.PolicyPath == host.PolicyPath))
            same.Said = table.Identity;
        if (compared.Change is not { } change)
            return PolicyOffer.InForceAlready;

        if (change.Opens.Count > 0 && _running.Find(h => h.Said != table.Identity) is { } other)
        {
            return PolicyOffer.Refused(
                $"It opens what the policy file of another host in this process, '{other.PolicyPath}', does not; it waits until both say the same. It would open: {string.Join("; ", change.Opens)}.");
        }

        Replace(table);
        return new PolicyOffer(null, change);
    }

    /// <param name="Change">Null when both say the same.</param>
    private sealed record Comparison(LiveRuntime Live, int Registrations, PolicyDifference? Change)
    {
        public bool IsStill(LiveRuntime? live) => ReferenceEquals(live, Live) && GateRuntime.Registrations == Registrations;
    }

    /// <summary>Whether the host's file holds another policy than the one in force, so that it is to be offered again.</summary>
    public bool IsWaiting(CrmHost host)
    {
        lock (GateRuntime.Sync)
            return _running.Contains(host) && Live is { } live && host.Said != live.Table.Identity;
    }

    public void Audit(CrmHost? host, string member, IReadOnlyList<AuditedUse> uses) => (host ?? _first)?.Audit?.Record(member, uses);

    public void CountStopped(CrmHost? host, string member, IReadOnlyList<string> purposes, GateVerdict verdict, Func<string, bool> known) =>
        (host ?? _first)?.Audit?.Stopped(member, purposes, verdict, known);

    public void AuditUnchecked(CrmHost? host, string reason) => (host ?? _first)?.Audit?.Unchecked(reason);

    /// <summary>For hosts of tests, which leave nothing behind: the build answers again, unless another host runs or an application ever has.</summary>
    public void ForgetTests()
    {
        lock (GateRuntime.Sync)
        {
            if (_running.Count == 0 && !_hadApplication)
                GateRuntime.Reset();
        }
    }

    /// <summary>For tests, which start and stop hosts in one process: as if nothing had ever started.</summary>
    internal void Reset()
    {
        lock (GateRuntime.Sync)
        {
            foreach (var host in _running.ToList())
                Stop(host);
            _hadApplication = false;
            GateRuntime.Reset();
        }
    }

    private void Renumber()
    {
        _first = _running.FirstOrDefault();
        _only = _running.Count == 1 ? _first : null;
    }

    /// <summary>Puts a policy in place for all hosts: narrows members, forgets what people were bound to, and widens last. The lock is held.</summary>
    private void Replace(PolicyTable table) =>
        GateRuntime.Replace(new LiveRuntime(table, this), table.Purposes, () => _running.ForEach(static h => h.RetireSlots()));
}
