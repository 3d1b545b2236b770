using System.Collections;
using System.Globalization;
using System.Text;

namespace Ethics.Crm.Logging;

/// <summary>Writes a message as loggers do: <c>{Name,alignment:format}</c>, doubled braces, values by name, else in order.</summary>
internal static class MessageTemplate
{
    public static string Render(string template, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        var text = new StringBuilder(template.Length + 32);
        var next = 0;
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else if (c == '{' && template.IndexOf('}', i) is > 0 and var end)
            {
                Append(text, template.Substring(i + 1, end - i - 1), values, next++);
                i = end;
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string hole, IReadOnlyList<KeyValuePair<string, object?>> values, int order)
    {
        var colon = hole.IndexOf(':');
        var named = colon < 0 ? hole : hole.Substring(0, colon);
        var comma = named.IndexOf(',');
        var name = comma < 0 ? named : named.Substring(0, comma);
        var value = ValueOf(name, values, order);
        var shown = value switch
        {
            null => "(null)",
            string words => words,
            IFormattable formattable => formattable.ToString(colon < 0 ? null : hole.Substring(colon + 1), CultureInfo.InvariantCulture),
            IEnumerable several => string.Join(", ", several.Cast<object?>().Select(static one => one ?? "(null)")),
            _ => value.ToString(),
        };
        if (comma >= 0 && int.TryParse(named.Substring(comma + 1), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var width))
            shown = width < 0 ? shown?.PadRight(-width) : shown?.PadLeft(width);
        text.Append(shown);
    }

    private static object? ValueOf(string name, IReadOnlyList<KeyValuePair<string, object?>> values, int order)
    {
        // A template may name a value twice, and two values may have one name.
        if (order < values.Count && values[order].Key == name)
            return values[order].Value;
        for (var i = 0; i < values.Count; i++)
        {
            if (string.Equals(values[i].Key, name, StringComparison.OrdinalIgnoreCase))
                return values[i].Value;
        }

        return null;
    }
}
