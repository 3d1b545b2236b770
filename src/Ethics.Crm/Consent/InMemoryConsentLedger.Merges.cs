namespace Ethics.Crm.Consent;

/// <summary>
/// Merged persons keep their histories: what is decided while they are merged is written into each of them. What opens something is only lent to the other keys, because a merge may be a mistake: then it was somebody else who said so.
/// </summary>
internal sealed partial class InMemoryConsentLedger : IPersonMerges
{
    private readonly Dictionary<Guid, PersonMerge> _merges = [];
    private readonly Dictionary<SubjectKey, List<Guid>> _mergesOf = [];
    private readonly PersonGroups _groups = new();
    private readonly Dictionary<SubjectKey, List<(ConsentEntry Entry, SubjectKey By)>> _lent = [];

    public Task<PersonMerge> MergeAsync(SubjectKey one, SubjectKey other, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        foreach (var key in new[] { one, other })
        {
            if (string.IsNullOrEmpty(key.Id) || string.IsNullOrEmpty(key.SubjectType))
                throw new ArgumentException("The person is not named: the key has no subject type or no id.", nameof(one));
        }

        (one, other) = (host.Normalise(one), host.Normalise(other));
        if (one == other)
            throw new ArgumentException("Both keys are the same, so there is nothing to merge.", nameof(other));
        if (one.Tenant != other.Tenant)
            throw new ArgumentException("The keys are of two tenants, whose people never meet.", nameof(other));
        lock (host.Sync)
        {
            var merge = new PersonMerge(Guid.NewGuid(), one, other, clock.GetUtcNow(), null);
            _merges.Add(merge.Id, merge);
            foreach (var key in new[] { one, other })
            {
                if (!_mergesOf.TryGetValue(key, out var merges))
                    _mergesOf[key] = merges = [];
                merges.Add(merge.Id);
            }

            Regrouped(_groups.Join(merge));
            return Task.FromResult(merge);
        }
    }

    public Task UndoAsync(PersonMerge merge, CancellationToken ct = default)
    {
        _ = merge ?? throw new ArgumentNullException(nameof(merge));
        ct.ThrowIfCancellationRequested();
        lock (host.Sync)
        {
            // First: the clock may be one that takes it back itself.
            var now = clock.GetUtcNow();
            if (!_merges.TryGetValue(merge.Id, out var known))
                throw new ArgumentException("This merge is not known here.", nameof(merge));
            if (known.UndoneAt is null)
            {
                _merges[known.Id] = known with { UndoneAt = now };
                Regrouped(_groups.Part(known));
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PersonMerge>> OfAsync(SubjectKey subject, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var key = host.Normalise(subject);
        lock (host.Sync)
            return Task.FromResult<IReadOnlyList<PersonMerge>>(_mergesOf.TryGetValue(key, out var merges) ? [.. merges.Select(id => _merges[id])] : []);
    }

    /// <summary>The other keys of the same person. Called under the host's lock.</summary>
    public IReadOnlyCollection<SubjectKey> SameAs(SubjectKey subject) => _groups.SameAs(subject);

    /// <summary>Writes the slots of all who were one, or are now.</summary>
    private void Regrouped(IReadOnlyCollection<SubjectKey> concerned)
    {
        foreach (var key in concerned)
            TakeBack(key);
        // All at once: none may be left with what another one agreed to.
        host.Changed(concerned);
    }

    private void Lend(SubjectKey to, ConsentEntry entry, SubjectKey by)
    {
        if (!_lent.TryGetValue(to, out var lent))
            _lent[to] = lent = [];
        lent.Add((entry, by));
    }

    /// <summary>What was agreed to under keys that are this person no longer.</summary>
    private void TakeBack(SubjectKey key)
    {
        if (!_lent.TryGetValue(key, out var lent))
            return;
        var gone = new HashSet<ConsentEntry>(lent.Where(one => !_groups.AreSame(key, one.By)).Select(static one => one.Entry));
        lent.RemoveAll(one => gone.Contains(one.Entry));
        _entries[key].RemoveAll(gone.Contains);
        if (lent.Count == 0)
            _lent.Remove(key);
    }
}
