using System.Text;

namespace Ethics.Crm.Policy.Tests.Fuzz;

/// <summary>
/// Damages a policy where its parts are: keys get other names, values other types, entries come twice, values are buried deep or replaced by what no reader likes. Most results
/// are JSON, so that the checks behind the parser are reached.
/// </summary>
internal sealed class StructureMutator(Random random, string text)
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e999999", "123456789012345678901234567890", "\"\"", "\" \"", "\"P0D\"", "\"**\"", "\"x-a\"", "\"a.b.c\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"",
        "\"\\ud83d\\ude00\"", "\"\u202e\"", "[]", "{}", "[[]]", "[null]", "[1]", "[{}]", "{\"\": {}}", "{\"a\": 1, \"a\": 2}", "{\"open\": true}", "[\"support\", \"support\"]", "[\"contact\"]", "\"support\"", "\"contact.email\"", "\"mailchimp\"",
        "\"consent\"", "\"enforce\"", "\"99999/P999999999Y\"", "\"00:00/23:59\"", "\"Acme.*.*.*.*.*.*.*(key: \\\"a\\\")\"", "\"*a*a*a*a*a*a*a*a*a*b\"", "{\"deny\": {\"categories\": [\"contact\"], \"purposes\": [\"support\"]}}",
    ];

    private static readonly string[] Keys =
    [
        "version", "extends", "categories", "purposes", "fields", "code", "rules", "deny", "id", "open", "only", "collectedFor", "derivedFrom", "basis", "x-a", "$a", "", " ", "\\u0000", "\\ud800", "support", "marketing", "contact", "contact.email",
        "a..b", "Acme.**", "**.a*", "Acme.Get(key: \\\"v\\\")", "Acme.Set(int)#p", "consentFrom", "purpose", "colour",
    ];

    private readonly List<Place> _places = [];

    public string Mutate()
    {
        Walk(Skip(0));
        if (_places.Count == 0)
        {
            return text;
        }

        var place = _places[random.Next(_places.Count)];
        var value = text[place.Start..place.End];
        return random.Next(9) switch
        {
            0 when place.KeyEnd > 0 => Put(place.KeyStart, place.KeyEnd, "\"" + Keys[random.Next(Keys.Length)] + "\""),
            1 or 2 => Put(place.Start, place.End, Values[random.Next(Values.Length)]),
            3 => Put(place.End, place.End, "," + (place.KeyEnd > 0 ? text[place.KeyStart..place.KeyEnd] + ":" : "") + value),
            4 => Put(place.Start, place.End, Deep(value)),
            5 => Put(place.Start, place.End, Other() is var other ? text[other.Start..other.End] : ""),
            6 => Put(place.KeyEnd > 0 ? place.KeyStart : place.Start, place.End, "\"x-gone\"" + (place.KeyEnd > 0 ? ":0" : "")),
            7 => Put(place.Start, place.Start, random.Next(2) == 0 ? "/* c */" : "// c\n"),
            _ => Put(place.End, place.End, ",\"" + Keys[random.Next(Keys.Length)] + "\"" + (place.KeyEnd > 0 ? ":" + Values[random.Next(Values.Length)] : "")),
        };
    }

    private Place Other() => _places[random.Next(_places.Count)];

    private string Put(int start, int end, string with) => text[..start] + with + text[end..];

    private string Deep(string value)
    {
        var depth = random.Next(4) == 0 ? 3000 : random.Next(70);
        return random.Next(2) == 0 ? new string('[', depth) + value + new string(']', depth) : new StringBuilder().Insert(0, "{\"a\":", depth) + value + new string('}', depth);
    }

    // The text is one of ours and valid; a small walk finds where its members and items are.
    private int Walk(int at)
    {
        switch (text[at])
        {
            case '{':
                return Members(at);
            case '[':
                return Items(at);
            case '"':
                return String(at);
            default:
                while (at < text.Length && text[at] is not (',' or '}' or ']') && !char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                return at;
        }
    }

    private int Members(int at)
    {
        for (at = Skip(at + 1); text[at] != '}'; at = Skip(text[at] == ',' ? at + 1 : at))
        {
            var (keyStart, keyEnd) = (at, String(at));
            var start = Skip(Skip(keyEnd) + 1);
            at = Walk(start);
            _places.Add(new(keyStart, keyEnd, start, at));
            at = Skip(at);
        }

        return at + 1;
    }

    private int Items(int at)
    {
        for (at = Skip(at + 1); text[at] != ']'; at = Skip(text[at] == ',' ? at + 1 : at))
        {
            var start = at;
            at = Walk(at);
            _places.Add(new(0, 0, start, at));
            at = Skip(at);
        }

        return at + 1;
    }

    private int String(int at)
    {
        for (at++; text[at] != '"'; at++)
        {
            at += text[at] == '\\' ? 1 : 0;
        }

        return at + 1;
    }

    private int Skip(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private readonly record struct Place(int KeyStart, int KeyEnd, int Start, int End);
}
