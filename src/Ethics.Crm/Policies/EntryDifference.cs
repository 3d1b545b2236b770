using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policies;

/// <summary>
/// What the entries of <c>fields</c>, <c>attributes</c> or <c>code</c> say in one policy and in another, wherever one may speak for some member before and the other after.
/// Patterns speak of types that the program has not used yet, so members cannot be asked.
/// </summary>
internal sealed class EntryDifference<T>
    where T : class
{
    private readonly Entries _before;
    private readonly Entries _after;

    public EntryDifference(IReadOnlyDictionary<string, T?> before, IReadOnlyDictionary<string, T?> after, PatternUse use)
    {
        _before = new(before, use);
        _after = new(after, use);
    }

    /// <summary>Each pair once; an entry that stands in both with itself. Null where no entry speaks for a member, or one takes it out.</summary>
    public IEnumerable<(string Name, T? Before, T? After)> Pairs()
    {
        foreach (var (pattern, now) in _after.All)
        {
            if (_before.Find(pattern.Text, out var same))
            {
                yield return (pattern.Text, same, now);
                continue;
            }

            foreach (var was in _before.Giving(pattern, other => !_after.Outranks(other, pattern)))
                yield return (pattern.Text, was, now);
        }

        foreach (var (pattern, was) in _before.All.Where(e => !_after.Find(e.Pattern.Text, out _)))
        {
            // Those that are new have met it above.
            foreach (var now in _after.Giving(pattern, other => !_before.Outranks(other, pattern)))
                yield return (pattern.Text, was, now);
        }
    }

    private sealed class Entries
    {
        private readonly IReadOnlyDictionary<string, T?> _byText;
        private readonly PatternUse _use;
        private readonly Lazy<OverlapIndex> _index;

        public Entries(IReadOnlyDictionary<string, T?> entries, PatternUse use)
        {
            _byText = entries;
            _use = use;
            All = [.. entries.OrderBy(static e => e.Key, StringComparer.Ordinal)
                .Select(e => (Pattern: PatternParser.Parse(e.Key, use, out _)!, e.Value)).Where(static e => e.Pattern is not null)];
            _index = new(() => new OverlapIndex([.. All.Select(e => Reach(e.Pattern))]));
        }

        public IReadOnlyList<(MemberPattern Pattern, T? Value)> All { get; }

        public bool Find(string text, out T? entry) => _byText.TryGetValue(text, out entry);

        /// <summary>Whether the pattern stands here too and then wins over the other one.</summary>
        public bool Outranks(MemberPattern pattern, MemberPattern other) => _byText.ContainsKey(pattern.Text) && pattern.Rank.CompareTo(other.Rank) > 0;

        /// <summary>What may label the members that a pattern names: the most exact first, up to one that names them all, else also nothing.</summary>
        public IEnumerable<T?> Giving(MemberPattern pattern, Func<MemberPattern, bool> counts)
        {
            foreach (var (found, value) in _index.Value.Candidates(Reach(pattern)).Select(i => All[i])
                .Where(e => PatternOverlap.Exists(Reach(pattern), Reach(e.Pattern), _use) && counts(e.Pattern)).OrderByDescending(static e => e.Pattern.Rank))
            {
                yield return value;
                if (Reach(found).NamesAllOf(Reach(pattern), _use))
                    yield break;
            }

            yield return null;
        }

        // Code is asked for by its own name and by those of the types around it.
        private MemberPattern Reach(MemberPattern pattern) => _use == PatternUse.Code ? pattern.WithWhatLiesBeneath() : pattern;
    }
}
