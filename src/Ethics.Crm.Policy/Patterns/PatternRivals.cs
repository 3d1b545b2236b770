namespace Ethics.Crm.Policy.Patterns;

/// <summary>The entries of a base, for the question which of them a pattern of an overlay takes members from.</summary>
internal sealed class PatternRivals<T>
{
    private readonly List<(MemberPattern Pattern, T Value)> _entries = [];
    private readonly Dictionary<string, T> _byText = new(StringComparer.Ordinal);
    private readonly OverlapIndex _index;
    private readonly PatternUse _use;

    public PatternRivals(IEnumerable<KeyValuePair<string, T>> entries, PatternUse use)
    {
        _use = use;
        foreach (var entry in entries)
        {
            if (PatternParser.Parse(entry.Key, use, out _) is { } pattern)
            {
                _entries.Add((pattern, entry.Value));
                _byText[entry.Key] = entry.Value;
            }
        }

        _index = new(_entries.ConvertAll(e => Reach(e.Pattern)));
    }

    /// <summary>
    /// Those that are no more exact and name a common member, the most exact first, up to one that names them all: what that wins over speaks for none of them. Where the base has the very same pattern,
    /// that one alone: which others it wins over is the base's own decision.
    /// </summary>
    public IEnumerable<(string Key, T Value)> Beaten(MemberPattern pattern)
    {
        if (_byText.TryGetValue(pattern.Text, out var same))
        {
            yield return (pattern.Text, same);
            yield break;
        }

        var all = Reach(pattern);
        foreach (var (found, value) in _index.Candidates(all)
            .Select(i => _entries[i])
            .Where(e => pattern.Rank.CompareTo(e.Pattern.Rank) >= 0 && PatternOverlap.Exists(all, Reach(e.Pattern), _use))
            .OrderByDescending(e => e.Pattern.Rank).ThenBy(e => e.Pattern.Text, StringComparer.Ordinal).ToList())
        {
            yield return (found.Text, value);
            if (Reach(found).NamesAllOf(all, _use))
            {
                yield break;
            }
        }
    }

    // Code is asked for by its own name and by those of the types around it.
    private MemberPattern Reach(MemberPattern pattern) => _use == PatternUse.Code ? pattern.WithWhatLiesBeneath() : pattern;
}
