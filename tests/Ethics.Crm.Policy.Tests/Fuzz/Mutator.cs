using System.Text;

namespace Ethics.Crm.Policy.Tests.Fuzz;

/// <summary>Damages a text in the ways of typing, merging and attacking. </summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Snippets =
    [
        "{", "}", "[", "]", "\"", ",", ":", "\\", "\0", "\n", "\r", "\u2028", "\ud83d", "\udc00", "😀", "ü", "//", "/*", "*/", "null", "true", "false", "-1", "1e999", "0.5", "\"\"",
        "\"P0D\"", "\"**\"", "\"x-a\"", "\"$a\"", "\"a.b.c\"", "\"\\ud800\"", "\"\\u0000\"", "\"extends\": [\"base.json\"],", "\"open\": true,", "\"categories\": {", "[[[[[[[[", "\"*.*.*(key: \\\"a\\\")\"", "#", "(",
    ];

    private readonly Random _random = random;

    public string Mutate(string text)
    {
        for (var times = 1 + _random.Next(3); times > 0; times--)
        {
            text = Once(text);
        }

        return text;
    }

    private string Once(string text)
    {
        var (at, length) = (_random.Next(text.Length + 1), _random.Next(12));
        length = Math.Min(length, text.Length - at);
        return _random.Next(8) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Snippets[_random.Next(Snippets.Length)]),
            2 => text.Remove(at, length).Insert(at, Snippets[_random.Next(Snippets.Length)]),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => _random.Next(4) == 0 ? text[..at] : text,
            5 => SwapStrings(text),
            6 => at < text.Length ? text[..at] + (char)_random.Next(0x250) + text[(at + 1)..] : text,
            _ => ReplaceString(text),
        };
    }

    /// <summary>Two quoted texts change places: still JSON, and wrong in meaning.</summary>
    private string SwapStrings(string text)
    {
        var parts = text.Split('"');
        if (parts.Length < 5)
        {
            return text;
        }

        var (a, b) = (1 + 2 * _random.Next((parts.Length - 1) / 2), 1 + 2 * _random.Next((parts.Length - 1) / 2));
        (parts[a], parts[b]) = (parts[b], parts[a]);
        return string.Join('"', parts);
    }

    private string ReplaceString(string text)
    {
        var parts = text.Split('"');
        var at = 1 + 2 * _random.Next(Math.Max(1, (parts.Length - 1) / 2));
        if (at < parts.Length)
        {
            var letters = new StringBuilder(parts[at]);
            if (letters.Length > 0)
            {
                letters[_random.Next(letters.Length)] = (char)('a' + _random.Next(26));
            }

            parts[at] = letters.ToString();
        }

        return string.Join('"', parts);
    }
}
