using System.Text;

namespace Ethics.Crm.Policy.Patterns;

/// <summary>What stands in the parentheses of a pattern: nothing, types of an overload, or constant arguments.</summary>
internal sealed class PatternArguments
{
    public string[]? Types { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>> Constants { get; private set; } = [];

    public bool TryParse(string body, int open, bool indexer, PatternUse use, out string fault)
    {
        fault = "";
        var close = body[open] == '(' ? ')' : ']';
        if (body[body.Length - 1] != close || body.Length - 1 == open)
        {
            fault = $"'{close}' is missing at its end";
        }
        else if (use == PatternUse.Type)
        {
            fault = "types are named without parentheses";
        }
        else if (indexer != (close == ']'))
        {
            fault = indexer ? "an indexer is written this[]" : "brackets stand only behind 'this'";
        }
        else if (Split(body, open + 1, body.Length - 1) is not { } parts)
        {
            fault = "a quotation mark or bracket is not closed";
        }
        else if (parts.Count > 0)
        {
            Take(parts, use, out fault);
        }

        return fault.Length == 0;
    }

    private void Take(List<string> parts, PatternUse use, out string fault)
    {
        fault = "";
        var constants = new List<KeyValuePair<string, string>>();
        var types = new List<string>();
        foreach (var part in parts)
        {
            if (TryConstant(part, out var constant))
            {
                constants.Add(constant);
            }
            else if (IsType(part))
            {
                types.Add(TypeName.Normalize(part));
            }
            else
            {
                fault = part.Length == 0 ? "a parameter is empty"
                    : part[0] is '"' or '\'' ? "a constant argument is written with the name of its parameter, such as key: \"BirthDate\""
                    : "a parameter is neither a type such as System.String nor a constant argument such as key: \"BirthDate\"";
                return;
            }
        }

        fault = constants.Count > 0 && types.Count > 0 ? "types and constant arguments cannot be mixed"
            : constants.Count > 0 && use != PatternUse.Member ? "only fields can fix an argument"
            : types.Count > 0 && use == PatternUse.Code ? "code is named without parameter types"
            : "";
        constants.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        Constants = constants;
        Types = types.Count > 0 ? types.ToArray() : null;
    }

    private static List<string>? Split(string text, int start, int end)
    {
        var parts = new List<string>();
        var (from, depth, quoted) = (start, 0, false);
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (quoted)
            {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is '<' or '[' or '(')
            {
                depth++;
            }
            else if (c is '>' or ']' or ')')
            {
                depth--;
            }
            else if (c == ',' && depth == 0)
            {
                parts.Add(text.Substring(from, i - from).Trim());
                from = i + 1;
            }

            if (depth < 0 || i >= end)
            {
                return null;
            }
        }

        if (quoted || depth != 0)
        {
            return null;
        }

        var last = text.Substring(from, end - from).Trim();
        if (parts.Count > 0 || last.Length > 0)
        {
            parts.Add(last);
        }

        return parts;
    }

    private static bool TryConstant(string part, out KeyValuePair<string, string> constant)
    {
        constant = default;
        var colon = part.IndexOf(':');
        if (colon <= 0 || !PatternParser.IsIdentifier(part.Substring(0, colon).TrimEnd(), wildcards: false))
        {
            return false;
        }

        var literal = part.Substring(colon + 1).Trim();
        if (literal.Length < 2 || literal[0] != '"' || literal[literal.Length - 1] != '"')
        {
            return false;
        }

        var value = new StringBuilder(literal.Length);
        for (var i = 1; i < literal.Length - 1; i++)
        {
            if (literal[i] == '"')
            {
                return false;
            }

            if (literal[i] == '\\')
            {
                if (++i == literal.Length - 1 || literal[i] is not ('"' or '\\'))
                {
                    return false;
                }
            }

            value.Append(literal[i]);
        }

        constant = new(part.Substring(0, colon).TrimEnd(), value.ToString());
        return true;
    }

    private static bool IsType(string part)
    {
        var name = TypeName.Normalize(part);
        var brackets = name.IndexOf('[');
        var element = brackets < 0 ? name : name.Substring(0, brackets);
        return element.Length > 0 && element.TrimEnd('*').Split('.').All(segment => PatternParser.IsIdentifier(segment, wildcards: false));
    }
}
