using System.Collections;

namespace Ethics.Crm.Consent;

/// <summary>Which keys are one person, by the merges that hold. What a merge costs depends on those whom it concerns, not on how many merges there have been. Not thread-safe: the host's lock is held.</summary>
internal sealed class PersonGroups
{
    private static readonly IReadOnlyCollection<SubjectKey> Nobody = [];

    // Two records may be merged twice, and are apart once both merges have been taken back.
    private readonly Dictionary<SubjectKey, Dictionary<Guid, SubjectKey>> _joined = [];
    private readonly Dictionary<SubjectKey, Others> _same = [];

    /// <summary>The other keys of the same person; empty for nearly everybody.</summary>
    public IReadOnlyCollection<SubjectKey> SameAs(SubjectKey subject) => _same.TryGetValue(subject, out var same) ? same : Nobody;

    /// <summary>Whether two keys, not the same one, are one person.</summary>
    public bool AreSame(SubjectKey one, SubjectKey other) => _same.TryGetValue(one, out var same) && same.Has(other);

    /// <returns>All whom it concerns.</returns>
    public IReadOnlyCollection<SubjectKey> Join(PersonMerge merge)
    {
        To(merge.One)[merge.Id] = merge.Other;
        To(merge.Other)[merge.Id] = merge.One;
        return Regroup(merge.One);
    }

    /// <inheritdoc cref="Join"/>
    public IReadOnlyCollection<SubjectKey> Part(PersonMerge merge)
    {
        var before = new HashSet<SubjectKey>(SameAs(merge.One)) { merge.One };
        foreach (var key in new[] { merge.One, merge.Other })
        {
            if (_joined.TryGetValue(key, out var to) && to.Remove(merge.Id) && to.Count == 0)
                _joined.Remove(key);
        }

        var left = new HashSet<SubjectKey>(before);
        foreach (var key in before)
        {
            if (left.Contains(key))
                left.ExceptWith(Regroup(key));
        }

        return before;
    }

    private Dictionary<Guid, SubjectKey> To(SubjectKey key) => _joined.TryGetValue(key, out var to) ? to : _joined[key] = [];

    /// <summary>Finds anew who is one with whom, among all who can be reached from a key.</summary>
    private HashSet<SubjectKey> Regroup(SubjectKey start)
    {
        var group = new HashSet<SubjectKey> { start };
        var open = new Queue<SubjectKey>(group);
        while (open.Count > 0)
        {
            if (!_joined.TryGetValue(open.Dequeue(), out var to))
                continue;
            foreach (var other in to.Values)
            {
                if (group.Add(other))
                    open.Enqueue(other);
            }
        }

        if (group.Count == 1)
        {
            _same.Remove(start);
            return group;
        }

        foreach (var key in group)
            _same[key] = new Others(group, key);
        return group;
    }

    /// <summary>All of a group, which its keys share, but for one.</summary>
    private sealed class Others(HashSet<SubjectKey> all, SubjectKey self) : IReadOnlyCollection<SubjectKey>
    {
        public int Count => all.Count - 1;

        public bool Has(SubjectKey key) => key != self && all.Contains(key);

        public IEnumerator<SubjectKey> GetEnumerator() => all.Where(key => key != self).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
