namespace Ethics.Crm.Policy.Naming;

/// <summary>Dotted names: <c>marketing</c> covers <c>marketing</c> and <c>marketing.email</c>, never <c>marketing-email</c> and never the reverse.</summary>
internal static class Dotted
{
    /// <summary>Nobody's name is longer. The bound keeps walking up a name cheap, whatever a file holds.</summary>
    public const int Longest = 200;

    public static bool Covers(string broad, string name) =>
        name.Length == broad.Length
            ? string.Equals(broad, name, StringComparison.Ordinal)
            : name.Length > broad.Length && name[broad.Length] == '.' && name.StartsWith(broad, StringComparison.Ordinal);

    public static bool AnyCovers(IReadOnlyList<string> broad, string name)
    {
        for (var i = 0; i < broad.Count; i++)
        {
            if (Covers(broad[i], name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>a.b</c> for <c>a.b.c</c>; null for a name without dot.</summary>
    public static string? Parent(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? null : name.Substring(0, dot);
    }

    /// <summary>The name itself, then its ancestors from near to far. What is too long for a name has none.</summary>
    public static IEnumerable<string> SelfAndAncestors(string name)
    {
        for (string? current = name; current is not null; current = current.Length > Longest ? null : Parent(current))
        {
            yield return current;
        }
    }

    /// <summary>
    /// Segments of letters, digits, <c>-</c> and <c>_</c> that begin with a letter or digit: what can become a C# constant and be read aloud.
    /// </summary>
    public static bool IsName(string text)
    {
        if (text.Length > Longest)
        {
            return false;
        }

        var atStart = true;
        foreach (var c in text)
        {
            if (c == '.')
            {
                if (atStart)
                {
                    return false;
                }

                atStart = true;
            }
            else if (char.IsLetterOrDigit(c) || !atStart && c is '-' or '_')
            {
                atStart = false;
            }
            else
            {
                return false;
            }
        }

        return !atStart;
    }
}
