namespace Ethics.Crm.Policy.Naming;

/// <summary>"Did you mean": the known name with the smallest edit distance, when one is near enough to be meant.</summary>
internal static class Nearest
{
    // Nobody misspells a longer name than this; it also bounds the quadratic distance on hostile input.
    private const int LongestName = 80;

    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > LongestName)
        {
            return null;
        }

        string? best = null;
        var lower = name.ToLowerInvariant();
        var bestDistance = int.MaxValue;
        foreach (var candidate in known)
        {
            var limit = Math.Min(bestDistance, Limit(Math.Max(name.Length, candidate.Length)));
            if (candidate.Length > LongestName || Math.Abs(candidate.Length - name.Length) > limit)
            {
                continue;
            }

            var distance = Distance(lower, candidate.ToLowerInvariant());
            if (distance < bestDistance && distance <= limit || distance == bestDistance && string.CompareOrdinal(candidate, best) < 0)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    // A third of the letters, as compilers do: 'suport' is near 'support', 'tax' is not near 'care'.
    private static int Limit(int length) => Math.Max(1, length / 3);

    /// <summary>Optimal string alignment: insert, delete, replace, and swap of neighbours, each 1.</summary>
    internal static int Distance(string a, string b)
    {
        var beforePrevious = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, 1 + Math.Min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[b.Length];
    }
}
