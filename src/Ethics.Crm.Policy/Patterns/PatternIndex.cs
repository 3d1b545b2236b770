namespace Ethics.Crm.Policy.Patterns;

/// <summary>
/// Finds the most exact of many patterns for a symbol: patterns without wildcard by dictionary, the others by what is literal in them, most exact first. Nothing is remembered
/// per symbol: a big compilation asks for each once.
/// </summary>
internal sealed class PatternIndex<T>
{
    private readonly Dictionary<string, List<Entry>> _exact = new(StringComparer.Ordinal);
    private readonly WildcardIndex<T>? _wildcards;
    private readonly List<Entry> _withConstants = [];

    public PatternIndex(IEnumerable<KeyValuePair<MemberPattern, T>> entries)
    {
        var wildcards = new List<Entry>();
        foreach (var pair in entries)
        {
            var entry = new Entry(pair.Key, pair.Value);
            (entry.Pattern.IsExact ? ListOf(_exact, entry.Pattern.Name) : wildcards).Add(entry);
            Count++;
            if (entry.Pattern.Constants.Count > 0)
            {
                _withConstants.Add(entry);
            }
        }

        _wildcards = wildcards.Count > 0 ? new(wildcards) : null;
        foreach (var list in _exact.Values.Concat(_wildcards?.Lists ?? []))
        {
            list.Sort(static (a, b) =>
            {
                var byRank = b.Pattern.Rank.CompareTo(a.Pattern.Rank);
                return byRank != 0 ? byRank : string.CompareOrdinal(a.Pattern.Text, b.Pattern.Text);
            });
        }
    }

    public int Count { get; }

    public bool HasConstants => _withConstants.Count > 0;

    /// <summary>Entries that fix a constant argument, in the order of the policy.</summary>
    public IReadOnlyList<Entry> WithConstants => _withConstants;

    /// <param name="name">Full name; an indexer ends in <c>this</c>.</param>
    /// <param name="fits">What of the pattern must match besides its name.</param>
    public Entry? Find<TQuery>(string name, TQuery query, Func<MemberPattern, TQuery, bool> fits)
    {
        if (Count == 0)
        {
            return null;
        }

        // Within one class the list is sorted; exact names beat every wildcard.
        if (_exact.TryGetValue(name, out var exact))
        {
            foreach (var entry in exact)
            {
                if (fits(entry.Pattern, query))
                {
                    return entry;
                }
            }
        }

        Entry? best = null;
        if (_wildcards is not null)
        {
            foreach (var list in _wildcards.For(name))
            {
                best = First(list, name, query, fits, best);
            }
        }

        return best;
    }

    private static Entry? First<TQuery>(List<Entry> sorted, string name, TQuery query, Func<MemberPattern, TQuery, bool> fits, Entry? best)
    {
        foreach (var entry in sorted)
        {
            if (best is not null && entry.Pattern.Rank.CompareTo(best.Pattern.Rank) <= 0)
            {
                return best;
            }

            if (fits(entry.Pattern, query) && entry.Pattern.MatchesName(name))
            {
                return entry;
            }
        }

        return best;
    }

    private static List<Entry> ListOf(Dictionary<string, List<Entry>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }

    internal sealed class Entry(MemberPattern pattern, T value)
    {
        public MemberPattern Pattern { get; } = pattern;

        public T Value { get; } = value;
    }
}
