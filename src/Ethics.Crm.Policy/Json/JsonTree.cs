using System.Text.Json;
using Ethics.Crm.Policy.Reading;

namespace Ethics.Crm.Policy.Json;

/// <summary>Reads JSON with comments and trailing commas into nodes. After a syntax error the part before it is kept.</summary>
internal static class JsonTree
{
    // A policy is six levels deep; free keys may hold more. The bound keeps every later walk off the end of the stack.
    public const int MaxDepth = 64;

    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = MaxDepth,
    };

    // Of the library's messages those for a text that ends too early, behind a value and behind a comma.
    private static readonly string[] EndOfFile = ["depth to be zero", "start of a property name or value, but instead reached end of data"];

    /// <returns>The root, possibly incomplete; null when there is none.</returns>
    public static PolicyNode? Read(JsonText file, ErrorSink errors, CancellationToken cancellationToken)
    {
        if (file.LoneSurrogate is var (line, column))
        {
            errors.AddAt(PolicyErrorKind.Unreadable, file, line, column, "The text has half of a surrogate pair here, which UTF-8 cannot express", "valid Unicode text");
        }

        var reader = new Utf8JsonReader(file.Utf8, Options);
        var state = new TreeBuilder(file, errors);
        try
        {
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                state.Take(ref reader);
            }
        }
        catch (JsonException e)
        {
            state.Truncate();
            var offset = file.OffsetOf(e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            errors.AddSyntax(file, offset, state.Open ?? state.Root, Describe(e, file, offset, state.Open, reader.CurrentDepth));
        }

        return state.Root;
    }

    private static string Describe(JsonException e, JsonText file, int offset, PolicyNode? open, int depth)
    {
        // UTF-16 without byte-order mark is valid UTF-8 with a NUL for every other letter.
        if (Array.IndexOf(file.Utf8, (byte)0, 0, Math.Min(file.Utf8.Length, offset + 4)) >= 0)
        {
            return "Not valid JSON: there is a NUL character here; if the file is UTF-16 or UTF-32, save it as UTF-8";
        }

        if (IsBlank(file.Utf8))
        {
            return "The policy file is empty";
        }

        if (depth >= MaxDepth - 1 && e.Message.IndexOf("depth", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return $"The file is nested deeper than {MaxDepth} levels";
        }

        // What people do most often, in words that say what to do; the library speaks of tokens and depth.
        if (offset < file.Utf8.Length && file.Utf8[offset] == (byte)'\'')
        {
            return "Not valid JSON: text and names stand between double quotation marks, not single ones";
        }

        if (open is not null && EndOfFile.Any(words => e.Message.IndexOf(words, StringComparison.Ordinal) >= 0))
        {
            var (opening, closing) = open.Kind == NodeKind.Array ? ('[', ']') : ('{', '}');
            return $"Not valid JSON: the file ends before the '{closing}' of the '{opening}' in line {file.At(open.Start).Line}";
        }

        // The library appends "LineNumber: … | BytePositionInLine: …", which counts otherwise than we do.
        var end = e.Message.LastIndexOf(" LineNumber:", StringComparison.Ordinal);
        var text = (end < 0 ? e.Message : e.Message.Substring(0, end)).TrimEnd('.', ' ');
        // What we expect follows anyway; the library's own wish reads as part of its sentence.
        return "Not valid JSON: " + Naming.Quoted.Sentence(text.Replace(". Expected either ", " where one of these belongs: "));
    }

    private static bool IsBlank(byte[] utf8)
    {
        foreach (var b in utf8)
        {
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class TreeBuilder(JsonText file, ErrorSink errors)
    {
        private readonly Stack<PolicyNode> _open = new();
        private (string Name, int Start, int End)? _key;

        public PolicyNode? Root { get; private set; }

        public PolicyNode? Open => _open.Count > 0 ? _open.Peek() : null;

        public void Take(ref Utf8JsonReader reader)
        {
            var (start, end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    // BytesConsumed lies behind the colon here; the token itself is quote, raw text, quote.
                    end = start + reader.ValueSpan.Length + 2;
                    _key = (Unescape(ref reader, start, end), start, end);
                    break;
                case JsonTokenType.StartObject:
                    _open.Push(Place(new PolicyNode(NodeKind.Object, file, start) { End = end }));
                    break;
                case JsonTokenType.StartArray:
                    _open.Push(Place(new PolicyNode(NodeKind.Array, file, start) { End = end }));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _open.Pop().End = end;
                    break;
                case JsonTokenType.String:
                    Place(new PolicyNode(NodeKind.String, file, start) { End = end, Text = Unescape(ref reader, start, end) });
                    break;
                case JsonTokenType.Number:
                    Place(new PolicyNode(NodeKind.Number, file, start) { End = end, Text = Raw(ref reader) });
                    break;
                case JsonTokenType.True or JsonTokenType.False:
                    Place(new PolicyNode(reader.TokenType == JsonTokenType.True ? NodeKind.True : NodeKind.False, file, start) { End = end });
                    break;
                case JsonTokenType.Null:
                    Place(new PolicyNode(NodeKind.Null, file, start) { End = end });
                    break;
            }
        }

        public void Truncate()
        {
            foreach (var node in _open)
            {
                node.Incomplete = true;
            }
        }

        private PolicyNode Place(PolicyNode node)
        {
            if (_open.Count == 0)
            {
                Root = node;
            }
            else if (_key is var (name, start, end))
            {
                _open.Peek().Add(node, name, start, end);
                _key = null;
            }
            else
            {
                _open.Peek().Add(node);
            }

            return node;
        }

        private string Unescape(ref Utf8JsonReader reader, int start, int end)
        {
            try
            {
                return reader.GetString() ?? "";
            }
            catch (InvalidOperationException)
            {
                // An escape such as \ud800 that is half of a pair: valid JSON by its grammar, but no text.
                errors.Add(PolicyErrorKind.Unreadable, file, start, end, Open?.Path ?? "$", "The text has an escape that is half of a surrogate pair", "valid Unicode text");
                return Raw(ref reader);
            }
        }

        private static string Raw(ref Utf8JsonReader reader) => System.Text.Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
    }
}
