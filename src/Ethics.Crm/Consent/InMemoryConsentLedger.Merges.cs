namespace Ethics.Crm.Consent;

/// <summary>
/// Merged persons keep their histories: what is decided while they are merged is written into each of them. What opens something is only lent to the other keys, because a merge may be a mistake: then it was somebody else who said so.
/// </summary>
internal sealed partial class InMemoryConsentLedger : IPersonMerges
{
    private static readonly IReadOnlyList<SubjectKey> Nobody = [];

    private readonly List<PersonMerge> _merges = [];
    private readonly Dictionary<SubjectKey, HashSet<SubjectKey>> _same = [];
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
            _merges.Add(merge);
            Regroup(one);
            return Task.FromResult(merge);
        }
    }

    public Task UndoAsync(PersonMerge merge, CancellationToken ct = default)
    {
        _ = merge ?? throw new ArgumentNullException(nameof(merge));
        ct.ThrowIfCancellationRequested();
        lock (host.Sync)
        {
            var at = _merges.FindIndex(m => m.Id == merge.Id);
            if (at < 0)
                throw new ArgumentException("This merge is not known here.", nameof(merge));
            if (_merges[at].UndoneAt is null)
            {
                _merges[at] = _merges[at] with { UndoneAt = clock.GetUtcNow() };
                Regroup(_merges[at].One);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PersonMerge>> OfAsync(SubjectKey subject, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var key = host.Normalise(subject);
        lock (host.Sync)
            return Task.FromResult<IReadOnlyList<PersonMerge>>(_merges.Where(m => m.One == key || m.Other == key).ToArray());
    }

    /// <summary>The other keys of the same person. Called under the host's lock.</summary>
    public IReadOnlyCollection<SubjectKey> SameAs(SubjectKey subject) => _same.TryGetValue(subject, out var same) ? same : Nobody;

    /// <summary>Finds anew who is one with whom, among all that were, and writes their slots.</summary>
    private void Regroup(SubjectKey changed)
    {
        var holding = _merges.Where(static m => m.UndoneAt is null).ToList();
        var before = SameAs(changed).Append(changed).ToList();
        var concerned = new HashSet<SubjectKey>(before);
        foreach (var key in before)
            concerned.UnionWith(GroupOf(key, holding));
        foreach (var key in concerned)
        {
            var group = GroupOf(key, holding);
            group.Remove(key);
            if (group.Count == 0)
                _same.Remove(key);
            else
                _same[key] = group;
        }

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
        var same = SameAs(key);
        var gone = new HashSet<ConsentEntry>(lent.Where(one => !same.Contains(one.By)).Select(static one => one.Entry));
        lent.RemoveAll(one => gone.Contains(one.Entry));
        _entries[key].RemoveAll(gone.Contains);
        if (lent.Count == 0)
            _lent.Remove(key);
    }

    private static HashSet<SubjectKey> GroupOf(SubjectKey start, List<PersonMerge> holding)
    {
        var group = new HashSet<SubjectKey> { start };
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var merge in holding)
            {
                if (group.Contains(merge.One) != group.Contains(merge.Other))
                    grown = group.Add(merge.One) | group.Add(merge.Other);
            }
        }

        return group;
    }
}
