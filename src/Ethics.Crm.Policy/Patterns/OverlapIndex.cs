namespace Ethics.Crm.Policy.Patterns;

/// <summary>
/// Which of many patterns could name a symbol that a given one names too, without comparing all pairs. Two patterns with a common name agree, part by part from either end as far
/// as neither has <c>**</c>, in the literal beginning of the part (one continues the other) and in its literal end. Each of these is a sorted list; the one with the fewest
/// candidates is walked, and <see cref="PatternOverlap"/> decides about each.
/// </summary>
internal sealed class OverlapIndex
{
    // Parts that are looked at from each end. Names have few more.
    private const int Parts = 3;

    private readonly Dimension[] _dimensions;

    public OverlapIndex(IReadOnlyList<MemberPattern> patterns)
    {
        _dimensions = new Dimension[Parts * 4];
        for (var i = 0; i < _dimensions.Length; i++)
        {
            _dimensions[i] = new(patterns, i);
        }
    }

    /// <summary>Places in the list, each once; a few that do not overlap may be among them.</summary>
    public IEnumerable<int> Candidates(MemberPattern pattern)
    {
        var best = _dimensions[0];
        var fewest = int.MaxValue;
        foreach (var dimension in _dimensions)
        {
            var count = dimension.Count(pattern);
            if (count < fewest)
            {
                (best, fewest) = (dimension, count);
            }
        }

        return fewest == 0 ? [] : best.Of(pattern);
    }

    /// <summary>One part of a name, from one end, seen from its beginning or its end.</summary>
    private sealed class Dimension
    {
        private readonly int _number;
        private readonly string[] _keys;
        private readonly int[] _places;
        private readonly Dictionary<string, (int From, int Count)> _runs = new(StringComparer.Ordinal);

        public Dimension(IReadOnlyList<MemberPattern> patterns, int number)
        {
            _number = number;
            _places = [.. Enumerable.Range(0, patterns.Count)];
            _keys = [.. patterns.Select(Key)];
            Array.Sort(_keys, _places, StringComparer.Ordinal);
            for (var i = 0; i < _keys.Length; i++)
            {
                _runs[_keys[i]] = _runs.TryGetValue(_keys[i], out var run) ? (run.From, run.Count + 1) : (i, 1);
            }
        }

        public int Count(MemberPattern pattern)
        {
            var key = Key(pattern);
            var (from, to) = Continuing(key);
            var count = to - from;
            for (var length = 0; length < key.Length; length++)
            {
                count += _runs.TryGetValue(key.Substring(0, length), out var run) ? run.Count : 0;
            }

            return count;
        }

        public IEnumerable<int> Of(MemberPattern pattern)
        {
            var key = Key(pattern);
            for (var length = 0; length < key.Length; length++)
            {
                if (_runs.TryGetValue(key.Substring(0, length), out var run))
                {
                    for (var i = run.From; i < run.From + run.Count; i++)
                    {
                        yield return _places[i];
                    }
                }
            }

            var (from, to) = Continuing(key);
            for (var i = from; i < to; i++)
            {
                yield return _places[i];
            }
        }

        // All keys that begin with this one.
        private (int From, int To) Continuing(string key) => key.Length == 0 ? (0, _keys.Length) : (LowerBound(key), LowerBound(key + '\uffff'));

        private int LowerBound(string key)
        {
            var (low, high) = (0, _keys.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = string.CompareOrdinal(_keys[middle], key) < 0 ? (middle + 1, high) : (low, middle);
            }

            return low;
        }

        /// <summary>The literal beginning (or end, reversed) of the part; a whole part ends in NUL; empty where nothing is fixed.</summary>
        private string Key(MemberPattern pattern)
        {
            var (part, fromEnd, reversed) = (_number / 4, _number % 2 == 1, _number / 2 % 2 == 1);
            var segments = pattern.Segments;
            for (var i = 0; i <= part; i++)
            {
                if (i == segments.Length || segments[fromEnd ? segments.Length - 1 - i : i] == NameGlob.AnyDepth)
                {
                    return "";
                }
            }

            var segment = segments[fromEnd ? segments.Length - 1 - part : part];
            var star = reversed ? segment.LastIndexOf('*') : segment.IndexOf('*');
            var literal = star < 0 ? segment : reversed ? segment.Substring(star + 1) : segment.Substring(0, star);
            if (reversed)
            {
                var letters = literal.ToCharArray();
                Array.Reverse(letters);
                literal = new string(letters);
            }

            return star < 0 ? literal + '\0' : literal;
        }
    }
}
