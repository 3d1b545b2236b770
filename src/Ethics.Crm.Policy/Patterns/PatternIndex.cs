namespace Ethics.Crm.Policy.Patterns;

/// <summary>
/// Finds the most exact of many patterns for a symbol: patterns without wildcard by dictionary, the others by their last part, those that end in a wildcard by the parts
/// before their first one (<c>Acme.Crm.Marketing.**</c>), most exact first. Nothing is remembered per symbol: a big compilation asks for each once.
/// </summary>
internal sealed class PatternIndex<T>
{
    private readonly Dictionary<string, List<Entry>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _byLastSegment = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _byBeginning = new(StringComparer.Ordinal);
    private readonly List<Entry> _withConstants = [];

    public PatternIndex(IEnumerable<KeyValuePair<MemberPattern, T>> entries)
    {
        foreach (var entry in entries)
        {
            var (pattern, value) = (entry.Key, entry.Value);
            var last = pattern.Segments[pattern.Segments.Length - 1];
            var list = pattern.IsExact ? ListOf(_exact, pattern.Name) : last.IndexOf('*') < 0 ? ListOf(_byLastSegment, last) : ListOf(_byBeginning, Beginning(pattern));
            list.Add(new(pattern, value));
            Count++;
            if (pattern.Constants.Count > 0)
            {
                _withConstants.Add(new(pattern, value));
            }
        }

        foreach (var list in _exact.Values.Concat(_byLastSegment.Values).Concat(_byBeginning.Values))
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
        if (_byLastSegment.Count > 0 && _byLastSegment.TryGetValue(name.Substring(name.LastIndexOf('.') + 1), out var candidates))
        {
            best = First(candidates, name, query, fits, null);
        }

        if (_byBeginning.Count > 0)
        {
            // A ** may stand for nothing, so the whole name is a beginning of itself.
            for (var length = name.Length; length > 0; length = name.LastIndexOf('.', length - 1))
            {
                if (_byBeginning.TryGetValue(name.Substring(0, length), out candidates))
                {
                    best = First(candidates, name, query, fits, best);
                }
            }

            best = _byBeginning.TryGetValue("", out candidates) ? First(candidates, name, query, fits, best) : best;
        }

        return best;
    }

    private static string Beginning(MemberPattern pattern) => string.Join(".", pattern.Segments.TakeWhile(s => s.IndexOf('*') < 0));

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
