using System.Globalization;
using System.Text;

namespace Ethics.Crm.Policy.Naming;

/// <summary>Text of the file as it may stand in a message: short, on one line, without characters that a console would obey.</summary>
internal static class Quoted
{
    private const int Longest = 60;
    private const int LongestSentence = 200;

    public static string Name(string text) => "'" + Plain(text) + "'";

    public static string Plain(string text) => Shorten(text, Longest);

    /// <summary>A message of a library, which may quote the file at length.</summary>
    public static string Sentence(string text) => Shorten(text, LongestSentence);

    private static string Shorten(string text, int longest)
    {
        if (text.Length <= longest && !NeedsEscape(text))
        {
            return text;
        }

        var shown = new StringBuilder();
        for (var i = 0; i < text.Length && shown.Length < longest; i++)
        {
            Append(shown, text[i]);
        }

        return text.Length > longest ? shown.Append('…').ToString() : shown.ToString();
    }

    /// <summary>All of the text, escaped; for paths, which must stay unambiguous.</summary>
    public static string Whole(string text)
    {
        if (!NeedsEscape(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            Append(shown, c);
        }

        return shown.ToString();
    }

    public static string List(IEnumerable<string> words) => string.Join(", ", words);

    private static bool NeedsEscape(string text)
    {
        foreach (var c in text)
        {
            if (IsUnsafe(c))
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(StringBuilder shown, char c)
    {
        if (IsUnsafe(c))
        {
            shown.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
        else
        {
            shown.Append(c);
        }
    }

    // Direction marks and line separators could make a console show another text than the file has.
    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
