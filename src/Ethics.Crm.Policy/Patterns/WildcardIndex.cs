namespace Ethics.Crm.Policy.Patterns;

/// <summary>
/// Which of many wildcard patterns could name a symbol. What is literal in a pattern must be in the name: its first parts, a whole part, the beginning or the end of a part. Each
/// pattern is filed once, under that which the fewest others share, so that thousands of <c>Acme.Module17.**</c>, <c>**.Jobs17.**</c> or <c>Acme.Job17*</c> are not tried one by one.
/// </summary>
internal sealed class WildcardIndex<T>
{
    private readonly Dictionary<string, List<PatternIndex<T>.Entry>>[] _lists = [.. Enumerable.Range(0, 4).Select(_ => new Dictionary<string, List<PatternIndex<T>.Entry>>(StringComparer.Ordinal))];
    private readonly int[] _beginnings;
    private readonly int[] _ends;

    public WildcardIndex(IReadOnlyList<PatternIndex<T>.Entry> entries)
    {
        var shared = new Dictionary<(Place Place, string Text), int>();
        foreach (var key in entries.SelectMany(e => Keys(e.Pattern.Segments)))
        {
            shared[key] = shared.TryGetValue(key, out var count) ? count + 1 : 1;
        }

        foreach (var entry in entries)
        {
            // The first of equals, which is the start where there is one: the cheapest to ask for.
            var (place, text) = Keys(entry.Pattern.Segments).Aggregate((a, b) => shared[b] < shared[a] ? b : a);
            var lists = _lists[(int)place];
            if (!lists.TryGetValue(text, out var list))
            {
                lists.Add(text, list = []);
            }

            list.Add(entry);
        }

        _beginnings = Lengths(Place.Beginning);
        _ends = Lengths(Place.End);
    }

    private enum Place
    {
        Start,
        Part,
        Beginning,
        End,
    }

    public IEnumerable<List<PatternIndex<T>.Entry>> Lists => _lists.SelectMany(l => l.Values);

    /// <summary>Lists that hold every pattern which names the symbol, and others.</summary>
    public IEnumerable<List<PatternIndex<T>.Entry>> For(string name)
    {
        for (int start = 0, end; start <= name.Length; start = end + 1)
        {
            end = name.IndexOf('.', start);
            end = end < 0 ? name.Length : end;
            if (Find(Place.Start, name, 0, end) is { } start1)
            {
                yield return start1;
            }

            if (Find(Place.Part, name, start, end) is { } part)
            {
                yield return part;
            }

            foreach (var length in _beginnings)
            {
                if (length <= end - start && Find(Place.Beginning, name, start, start + length) is { } beginning)
                {
                    yield return beginning;
                }
            }

            foreach (var length in _ends)
            {
                if (length <= end - start && Find(Place.End, name, end - length, end) is { } ending)
                {
                    yield return ending;
                }
            }
        }

        if (Find(Place.Start, "", 0, 0) is { } any)
        {
            yield return any;
        }
    }

    private static IEnumerable<(Place Place, string Text)> Keys(string[] segments)
    {
        // Empty where the pattern begins with a wildcard: nothing else may be literal in it.
        yield return (Place.Start, string.Join(".", segments.TakeWhile(s => s.IndexOf('*') < 0)));
        foreach (var segment in segments)
        {
            var star = segment.IndexOf('*');
            if (star < 0)
            {
                yield return (Place.Part, segment);
            }
            else if (star > 0)
            {
                yield return (Place.Beginning, segment.Substring(0, star));
            }

            if (star >= 0 && segment.LastIndexOf('*') is var last && last < segment.Length - 1)
            {
                yield return (Place.End, segment.Substring(last + 1));
            }
        }
    }

    private List<PatternIndex<T>.Entry>? Find(Place place, string name, int from, int to) =>
        _lists[(int)place].Count > 0 && _lists[(int)place].TryGetValue(name.Substring(from, to - from), out var list) ? list : null;

    private int[] Lengths(Place place) => [.. _lists[(int)place].Keys.Select(k => k.Length).Distinct().OrderBy(l => l)];
}
