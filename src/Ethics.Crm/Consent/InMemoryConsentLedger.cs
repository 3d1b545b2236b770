using Ethics.Crm.Decisions;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;
using Ethics.Crm.Telemetry;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Consent;

/// <summary>A ledger that lives as long as the process. Every change is stored first and then written into the slots of the person, under one lock with their binding: no read that starts after a withdrawal returned is allowed by it.</summary>
internal sealed partial class InMemoryConsentLedger(CrmHost host, TimeProvider clock, Instruments instruments, ILogger logger) : IConsentLedger, IConsentSource, IMergedPeople
{
    private const string NothingButRestriction = "What a person can ask for there is a restriction, which stops every use but storage (RestrictAsync)";

    private static readonly IReadOnlyList<ConsentEntry> Nothing = [];

    private readonly Dictionary<SubjectKey, List<ConsentEntry>> _entries = [];
    private readonly Dictionary<SubjectKey, List<Action<ConsentEntry>>> _watchers = [];
    private long _sequence;

    public Task GrantAsync(SubjectKey subject, string purpose, ConsentEvidence? evidence = null, CancellationToken ct = default)
    {
        Known(purpose);
        return Append(subject, ConsentAction.Grant, purpose, evidence, null, ct);
    }

    public Task WithdrawAsync(SubjectKey subject, string purpose, CancellationToken ct = default)
    {
        var known = Known(purpose);
        if (!known.Any(static p => p.Basis == LawfulBasis.Consent))
        {
            // What is advised must not be refused in its turn.
            var advice = known.Any(ConsentStanding.NeedsPerson) ? "Record an objection (ObjectAsync)" : NothingButRestriction;
            throw new ArgumentException($"'{purpose}' does not rest on consent, so there is nothing to withdraw. {advice}.", nameof(purpose));
        }

        return Append(subject, ConsentAction.Withdraw, purpose, null, null, ct);
    }

    public Task ObjectAsync(SubjectKey subject, string purpose, CancellationToken ct = default)
    {
        if (!Known(purpose).Any(ConsentStanding.NeedsPerson))
            throw new ArgumentException($"'{purpose}' rests on a basis that knows no objection (contract, legal obligation or vital interests). {NothingButRestriction}.", nameof(purpose));
        return Append(subject, ConsentAction.Object, purpose, null, null, ct);
    }

    public Task RestrictAsync(SubjectKey subject, string reason, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("Give the reason of the restriction.", nameof(reason));
        return Append(subject, ConsentAction.Restrict, null, null, reason, ct);
    }

    public Task LiftRestrictionAsync(SubjectKey subject, CancellationToken ct = default) =>
        Append(subject, ConsentAction.LiftRestriction, null, null, null, ct);

    public Task<IReadOnlyList<ConsentEntry>> HistoryAsync(SubjectKey subject, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var key = host.Normalise(subject);
        lock (host.Sync)
            return Task.FromResult<IReadOnlyList<ConsentEntry>>(WholeHistoryOf(key).ToArray());
    }

    public Task<ConsentEntry?> ReceiptAsync(SubjectKey subject, string purpose, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        Known(purpose);
        var key = host.Normalise(subject);
        lock (host.Sync)
        {
            // A mere branch has no basis of its own; what can be said of it is whether it has consent.
            var declared = host.Table.Document.Purposes.TryGetValue(purpose, out var entry) ? entry : new PurposeEntry { Basis = LawfulBasis.Consent };
            return Task.FromResult(host.StandingOf(key, purpose, declared, host.Table).Deciding);
        }
    }

    public IDisposable Watch(SubjectKey subject, Action<ConsentEntry> changed)
    {
        _ = changed ?? throw new ArgumentNullException(nameof(changed));
        var key = host.Normalise(subject);
        lock (host.Sync)
        {
            if (!_watchers.TryGetValue(key, out var watchers))
                _watchers[key] = watchers = [];
            watchers.Add(changed);
        }

        return new Subscription(() =>
        {
            lock (host.Sync)
            {
                if (_watchers.TryGetValue(key, out var watchers) && watchers.Remove(changed) && watchers.Count == 0)
                    _watchers.Remove(key);
            }
        });
    }

    /// <summary>Called under the host's lock.</summary>
    public IReadOnlyList<ConsentEntry> EntriesOf(SubjectKey subject) => _entries.TryGetValue(subject, out var entries) ? entries : Nothing;

    /// <summary>What was decided under every key of the person, each entry once.</summary>
    private IEnumerable<ConsentEntry> WholeHistoryOf(SubjectKey key) => SameAs(key) is { Count: > 0 } same
        ? same.Prepend(key).SelectMany(EntriesOf).Distinct().OrderBy(static e => e.Sequence)
        : EntriesOf(key);

    private Task Append(SubjectKey subject, ConsentAction action, string? purpose, ConsentEvidence? evidence, string? reason, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (string.IsNullOrEmpty(subject.Id) || string.IsNullOrEmpty(subject.SubjectType))
            throw new ArgumentException("The person is not named: the key has no subject type or no id.", nameof(subject));
        using var activity = Instruments.StartConsentChange(action, purpose);
        var key = host.Normalise(subject);
        ConsentEntry entry;
        Action<ConsentEntry>[] watchers;
        lock (host.Sync)
        {
            // First: the clock may fail, or be one that decides something itself, and that is then the earlier decision.
            var now = clock.GetUtcNow();
            entry = new ConsentEntry(++_sequence, now, action, purpose, evidence, reason);
            var told = new List<Action<ConsentEntry>>();
            foreach (var one in SameAs(key).Prepend(key).ToList())
            {
                if (!_entries.TryGetValue(one, out var entries))
                    _entries[one] = entries = [];
                entries.Add(entry);
                if (one != key && action is ConsentAction.Grant or ConsentAction.LiftRestriction)
                    Lend(one, entry, key);
                if (_watchers.TryGetValue(one, out var list))
                    told.AddRange(list);
            }

            host.Changed(key);
            watchers = [.. told];
        }

        instruments.ConsentChanged(action, purpose);
        foreach (var watcher in watchers)
            Tell(watcher, entry);
        return Task.CompletedTask;
    }

    /// <summary>The decision is stored and holds: what a watcher makes of it is neither the person's nor the other watchers' affair.</summary>
    private void Tell(Action<ConsentEntry> watcher, ConsentEntry entry)
    {
        try
        {
            watcher(entry);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // By type alone: the text is the application's and may name the person.
            WatcherFailed(logger, entry.Action, e.GetType().FullName ?? e.GetType().Name);
        }
    }

    [LoggerMessage(20, LogLevel.Error, "A watcher of consent failed on {Action} with {Exception}. The decision holds, and the other watchers were told.")]
    private static partial void WatcherFailed(ILogger logger, ConsentAction action, string exception);

    /// <summary>The declared purposes that the name speaks of.</summary>
    private IReadOnlyList<PurposeEntry> Known(string purpose)
    {
        if (string.IsNullOrWhiteSpace(purpose))
            throw new ArgumentException("Name the purpose.", nameof(purpose));
        var table = host.Table;
        var declared = table.Document.Purposes.Where(p => ConsentStanding.Covers(purpose, p.Key)).Select(p => p.Value).ToList();
        if (declared.Count > 0)
            return declared;
        var nearest = table.NearestPurpose(purpose);
        throw new ArgumentException($"The policy does not know the purpose '{purpose}'{(nearest is null ? "" : $"; did you mean '{nearest}'?")}", nameof(purpose));
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}

/// <summary>Where a host learns what a person decided. Asked under the host's lock; answers from memory, and throws when what it has there is too old to be relied on.</summary>
internal interface IConsentSource
{
    IReadOnlyList<ConsentEntry> EntriesOf(SubjectKey subject);
}

/// <summary>Where a host learns which keys are one person. Asked under the host's lock.</summary>
internal interface IMergedPeople
{
    /// <summary>The other keys; empty for nearly everybody.</summary>
    IReadOnlyCollection<SubjectKey> SameAs(SubjectKey subject);
}
