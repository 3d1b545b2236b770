namespace Ethics.Crm.Policy.Patterns;

/// <summary>Names against patterns, without regular expressions: no start-up cost, no hostile input that takes long.</summary>
internal static class NameGlob
{
    public const string AnyDepth = "**";

    /// <summary>Greedy with one step back to the last <c>**</c>, which is enough because a later <c>**</c> can take whatever an earlier one could.</summary>
    public static bool Matches(string[] pattern, string name)
    {
        var (at, segment) = (0, 0);
        var (retryAt, retrySegment) = (-1, -1);
        while (true)
        {
            if (segment < pattern.Length && pattern[segment] == AnyDepth)
            {
                if (++segment == pattern.Length)
                {
                    return true;
                }

                (retryAt, retrySegment) = (at, segment);
                continue;
            }

            if (at > name.Length)
            {
                return segment == pattern.Length;
            }

            var end = name.IndexOf('.', at);
            end = end < 0 ? name.Length : end;
            if (segment < pattern.Length && MatchesSegment(pattern[segment], name, at, end))
            {
                (at, segment) = (end + 1, segment + 1);
                continue;
            }

            if (retrySegment < 0)
            {
                return false;
            }

            var skipped = name.IndexOf('.', retryAt);
            if (skipped < 0)
            {
                return false;
            }

            retryAt = skipped + 1;
            (at, segment) = (retryAt, retrySegment);
        }
    }

    /// <summary>Whether some name matches both: what makes two patterns of equal rank contradict each other.</summary>
    public static bool Overlap(string[] a, string[] b) =>
        Intersect(a.Length, b.Length, i => a[i] == AnyDepth, j => b[j] == AnyDepth, (i, j) => OverlapSegments(a[i], b[j]));

    /// <summary>Whether every name that <paramref name="narrow"/> matches is matched by <paramref name="broad"/>. A few that it takes cleverness to see are not.</summary>
    public static bool Covers(string[] broad, string[] narrow)
    {
        // A wildcard of the narrow one stands for itself: only a wildcard takes it.
        var below = new bool[narrow.Length + 1];
        var row = new bool[narrow.Length + 1];
        below[narrow.Length] = true;
        for (var i = broad.Length - 1; i >= 0; i--)
        {
            for (var j = narrow.Length; j >= 0; j--)
            {
                row[j] = broad[i] == AnyDepth ? below[j] || j < narrow.Length && row[j + 1]
                    : j < narrow.Length && narrow[j] != AnyDepth && below[j + 1] && MatchesSegment(broad[i], narrow[j], 0, narrow[j].Length);
            }

            (below, row) = (row, below);
        }

        return below[0];
    }

    private static bool OverlapSegments(string a, string b) =>
        Intersect(a.Length, b.Length, i => a[i] == '*', j => b[j] == '*', (i, j) => a[i] == b[j]);

    // Row by row over "can the rest of a from i and the rest of b from j be the same": the classic product of two wildcard automata.
    private static bool Intersect(int lengthA, int lengthB, Func<int, bool> anyA, Func<int, bool> anyB, Func<int, int, bool> one)
    {
        var below = new bool[lengthB + 1];
        var row = new bool[lengthB + 1];
        for (var i = lengthA; i >= 0; i--)
        {
            for (var j = lengthB; j >= 0; j--)
            {
                row[j] = i < lengthA && anyA(i) ? below[j] || j < lengthB && row[j + 1]
                    : j < lengthB && anyB(j) ? row[j + 1] || i < lengthA && below[j]
                    : i == lengthA || j == lengthB ? i == lengthA && j == lengthB
                    : below[j + 1] && one(i, j);
            }

            (below, row) = (row, below);
        }

        return below[0];
    }

    private static bool MatchesSegment(string pattern, string name, int start, int end)
    {
        var (p, n) = (0, start);
        var (retryP, retryN) = (-1, -1);
        while (n < end)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (retryP, retryN) = (++p, n);
            }
            else if (p < pattern.Length && pattern[p] == name[n])
            {
                p++;
                n++;
            }
            else if (retryP >= 0)
            {
                (p, n) = (retryP, ++retryN);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
