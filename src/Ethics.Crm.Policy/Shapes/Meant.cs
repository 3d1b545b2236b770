using System.Text;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Policy.Shapes;

/// <summary>What people mean by texts that are no value of the format: <c>90 days</c>, <c>21:00-8:00</c>, <c>Acme+Nested.Email</c>. Null when nobody can tell.</summary>
internal static class Meant
{
    // Longer texts are no slips.
    private const int Longest = 200;

    private static readonly (string Word, string Before, char Unit)[] Units =
    [
        ("year", "P", 'Y'), ("month", "P", 'M'), ("week", "P", 'W'), ("day", "P", 'D'), ("hour", "PT", 'H'), ("minute", "PT", 'M'), ("second", "PT", 'S'),
    ];

    public static string? Name(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var name = new StringBuilder();
        foreach (var c in text.Trim().Replace(' ', '-').Replace('/', '.').Replace(':', '.'))
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            {
                name.Append(c);
            }
        }

        return name.ToString().Trim('.', '-', '_') is var meant && Dotted.IsName(meant) ? meant : null;
    }

    public static string? Duration(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var upper = text.Replace(" ", "").ToUpperInvariant();
        foreach (var candidate in new[] { upper, "P" + upper, "PT" + upper })
        {
            if (PolicyDuration.TryParse(candidate, out _))
            {
                return candidate;
            }
        }

        var digits = upper.TakeWhile(c => c is >= '0' and <= '9').Count();
        var word = upper.Substring(digits).TrimEnd('S');
        foreach (var unit in Units)
        {
            if (digits > 0 && string.Equals(unit.Word, word, StringComparison.OrdinalIgnoreCase)
                && unit.Before + upper.Substring(0, digits) + unit.Unit is var candidate && PolicyDuration.TryParse(candidate, out _))
            {
                return candidate;
            }
        }

        return null;
    }

    public static string? QuietHours(string text)
    {
        var parts = text.Length > Longest ? [] : text.Split('/', '-', '\u2013');
        return parts.Length == 2 && Time(parts[0]) + "/" + Time(parts[1]) is var candidate && Values.QuietHours.TryParse(candidate, out _) ? candidate : null;

        static string Time(string part)
        {
            var time = part.Trim();
            time = time.IndexOf(':') < 0 ? time + ":00" : time;
            return time.Length == 4 ? "0" + time : time;
        }
    }

    public static string? Frequency(string text)
    {
        var parts = text.Length > Longest ? [] : text.Split('/');
        if (parts.Length != 2)
        {
            return null;
        }

        var (first, second) = (parts[0].Trim(), parts[1].Trim());
        return Candidate(first, second) ?? Candidate(second, first);

        static string? Candidate(string count, string period)
        {
            var duration = PolicyDuration.TryParse(period, out _) ? period : Duration(period);
            return duration is not null && Values.Frequency.TryParse(count + "/" + duration, out _) ? count + "/" + duration : null;
        }
    }

    public static string? Pattern(string text, PatternUse use)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var quote = text.IndexOfAny(['"', '\'']);
        var open = quote < 0 ? text.IndexOf('(') : text.IndexOfAny(['(', '[']);
        var (name, rest) = open < 0 ? (text, "") : (text.Substring(0, open), text.Substring(open));
        var names = use == PatternUse.Member && quote >= 0 ? NamedArgument(rest) : rest;
        var plain = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c == '`')
            {
                while (i + 1 < name.Length && char.IsDigit(name[i + 1]))
                {
                    i++;
                }
            }
            else if (c is '<' or '>')
            {
                depth += c == '<' ? 1 : -1;
            }
            else if (depth == 0 && c != ' ')
            {
                plain.Append(c is '+' or '/' ? '.' : c);
            }
        }

        var meant = plain.ToString().Replace("::", ".").Replace("..ctor", ".ctor").TrimEnd('.');
        meant = meant.EndsWith(".this", StringComparison.Ordinal) && !names.StartsWith("[", StringComparison.Ordinal) ? meant + "[]" : meant;
        string[] candidates = use == PatternUse.Member && quote > open && open >= 0 ? [meant + names] : [meant + names, meant, meant.Split('#')[0]];
        foreach (var candidate in candidates)
        {
            if (candidate != text && PatternParser.Parse(candidate, use, out _) is not null)
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>
    /// Whoever writes <c>Get("BirthDate")</c> means the value under that key, never a property of the name. What the parameter is called only the code knows: <c>key</c> shows the form.
    /// </summary>
    private static string NamedArgument(string arguments)
    {
        var literal = arguments.Length < 2 ? "" : arguments.Substring(1, arguments.Length - 2).Trim();
        return literal.Length >= 2 && literal[0] is ('"' or '\'') && literal[literal.Length - 1] == literal[0]
            ? $"{arguments[0]}key: \"{literal.Substring(1, literal.Length - 2)}\"{arguments[arguments.Length - 1]}"
            : arguments;
    }
}
