using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policies;

/// <summary>
/// What the entries of <c>fields</c> or <c>attributes</c> say in one policy and in another, wherever some member can be labelled by the one before and by the other after.
/// Patterns speak of types that the program has not used yet, so members cannot be asked.
/// </summary>
internal sealed class EntryDifference
{
    private static readonly FieldEntry Nothing = new(null, null);

    private readonly Entries _before;
    private readonly Entries _after;

    public EntryDifference(IReadOnlyDictionary<string, FieldEntry?> before, IReadOnlyDictionary<string, FieldEntry?> after, PatternUse use)
    {
        _before = new(before, use);
        _after = new(after, use);
    }

    /// <summary>Each pair once; an entry that stands in both with itself. Where no entry labels, or one takes members out, both parts are null.</summary>
    public IEnumerable<(string Name, FieldEntry Before, FieldEntry After)> Pairs()
    {
        foreach (var (pattern, now) in _after.All)
        {
            if (_before.Find(pattern.Text, out var same))
            {
                yield return (pattern.Text, same ?? Nothing, now ?? Nothing);
                continue;
            }

            foreach (var was in _before.Giving(pattern, other => !_after.Outranks(other, pattern)))
                yield return (pattern.Text, was ?? Nothing, now ?? Nothing);
        }

        foreach (var (pattern, was) in _before.All.Where(e => !_after.Find(e.Pattern.Text, out _)))
        {
            // Those that are new have met it above.
            foreach (var now in _after.Giving(pattern, other => !_before.Outranks(other, pattern)))
                yield return (pattern.Text, was ?? Nothing, now ?? Nothing);
        }
    }

    private sealed class Entries
    {
        private readonly IReadOnlyDictionary<string, FieldEntry?> _byText;
        private readonly PatternUse _use;
        private readonly Lazy<OverlapIndex> _index;

        public Entries(IReadOnlyDictionary<string, FieldEntry?> entries, PatternUse use)
        {
            _byText = entries;
            _use = use;
            All = [.. entries.OrderBy(static e => e.Key, StringComparer.Ordinal)
                .Select(e => (Pattern: PatternParser.Parse(e.Key, use, out _)!, e.Value)).Where(static e => e.Pattern is not null)];
            _index = new(() => new OverlapIndex([.. All.Select(static e => e.Pattern)]));
        }

        public IReadOnlyList<(MemberPattern Pattern, FieldEntry? Value)> All { get; }

        public bool Find(string text, out FieldEntry? entry) => _byText.TryGetValue(text, out entry);

        /// <summary>Whether the pattern stands here too and then wins over the other one.</summary>
        public bool Outranks(MemberPattern pattern, MemberPattern other) => _byText.ContainsKey(pattern.Text) && pattern.Rank.CompareTo(other.Rank) > 0;

        /// <summary>What may label the members that a pattern names: the most exact first, up to one that names them all, else also nothing.</summary>
        public IEnumerable<FieldEntry?> Giving(MemberPattern pattern, Func<MemberPattern, bool> counts)
        {
            foreach (var (found, value) in _index.Value.Candidates(pattern).Select(i => All[i])
                .Where(e => PatternOverlap.Exists(pattern, e.Pattern, _use) && counts(e.Pattern)).OrderByDescending(static e => e.Pattern.Rank))
            {
                yield return value;
                if (NamesAll(found, pattern))
                    yield break;
            }

            yield return null;
        }

        private static bool NamesAll(MemberPattern broad, MemberPattern narrow) =>
            broad.Kind == narrow.Kind && broad.Covers(narrow) && broad.Parameter == narrow.Parameter && broad.Constants.All(narrow.Constants.Contains);
    }
}
