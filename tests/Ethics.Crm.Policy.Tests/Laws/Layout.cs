using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>Writes JSON as no machine would: keys in any order, comments, blank lines, trailing commas, escapes, free keys. None of it may matter.</summary>
internal sealed class Layout(int seed)
{
    private static readonly string[] Gaps = ["", "", "", " ", "\n", "\r\n", "\t", "\r", " // it's \"{,\n", "/* ] \" \\ */", "  "];

    private readonly Random _random = new(seed);

    public string Print(JsonNode? node, bool listsToo = false)
    {
        var text = new StringBuilder(_random.Next(2) == 0 ? "\uFEFF" : "");
        Write(text, node, listsToo);
        return text.Append(Gap()).ToString();
    }

    private void Write(StringBuilder text, JsonNode? node, bool listsToo)
    {
        text.Append(Gap());
        switch (node)
        {
            case JsonObject o:
                var members = o.ToList();
                if (_random.Next(4) == 0)
                {
                    members.Add(new(_random.Next(2) == 0 ? "$free" : "x-free", new JsonArray(1, "}", new JsonObject { ["purposes"] = 1.5e3 })));
                }

                Body(text, '{', '}', Shuffled(members), member =>
                {
                    Write(text.Append(Gap()), member.Key);
                    text.Append(Blank()).Append(':');
                    Write(text, member.Value, listsToo);
                });
                break;
            case JsonArray a:
                Body(text, '[', ']', listsToo ? Shuffled([.. a]) : [.. a], item => Write(text, item, listsToo));
                break;
            case JsonValue v when v.TryGetValue<string>(out var s):
                Write(text, s);
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private void Body<T>(StringBuilder text, char open, char close, IReadOnlyList<T> items, Action<T> write)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i > 0 ? "," : "");
            write(items[i]);
        }

        text.Append(Gap()).Append(items.Count > 0 && _random.Next(3) == 0 ? "," : "").Append(Gap()).Append(close);
    }

    private void Write(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c < ' ' || c is '"' or '\\' || _random.Next(8) == 0)
            {
                text.Append("\\u").Append(((int)c).ToString(_random.Next(2) == 0 ? "x4" : "X4", CultureInfo.InvariantCulture));
            }
            else if (c is '/' && _random.Next(2) == 0)
            {
                text.Append("\\/");
            }
            else if (char.IsSurrogate(c))
            {
                // Half of a pair escaped and half not would be no text.
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        text.Append('"');
    }

    private IReadOnlyList<T> Shuffled<T>(IReadOnlyList<T> items) => [.. items.Select(i => (Item: i, At: _random.Next())).OrderBy(p => p.At).Select(p => p.Item)];

    // Between a key and its colon System.Text.Json takes no comment (Limit_CommentBeforeTheColon_IsRefused).
    private string Blank() => _random.Next(2) == 0 ? "" : " \n";

    private string Gap() => Gaps[_random.Next(Gaps.Length)];
}
