namespace Ethics.Crm.Policy.Patterns;

/// <summary>Where a pattern stands, which decides what it may name.</summary>
internal enum PatternUse
{
    /// <summary><c>fields</c></summary>
    Member,

    /// <summary><c>attributes</c>, <c>entities</c></summary>
    Type,

    /// <summary><c>code</c></summary>
    Code,

    /// <summary><c>sinks</c>, <c>anonymizers</c></summary>
    Method,
}

internal static class PatternParser
{
    // C# names are shorter; the bound keeps comparing two patterns cheap whatever the file holds.
    private const int Longest = 1000;

    /// <returns>Null when the text is no pattern for that use; <paramref name="fault"/> then says why.</returns>
    public static MemberPattern? Parse(string text, PatternUse use, out string fault)
    {
        fault = "";
        if (text.Length is 0 or > Longest)
        {
            fault = text.Length == 0 ? "it is empty" : $"it is longer than {Longest} characters";
            return null;
        }

        var body = text;
        string? parameter = null;
        var hash = FindHash(text);
        if (hash >= 0)
        {
            (body, parameter) = (text.Substring(0, hash), text.Substring(hash + 1));
            if (use != PatternUse.Member)
            {
                fault = "'#' names a parameter, which only fields can";
                return null;
            }

            if (!IsIdentifier(parameter, wildcards: false))
            {
                fault = "after '#' stands the name of one parameter";
                return null;
            }
        }

        var open = body.IndexOfAny(['(', '[']);
        var segments = (open < 0 ? body : body.Substring(0, open)).Split('.');
        if (!AreSegments(segments, out fault))
        {
            return null;
        }

        var arguments = new PatternArguments();
        if (open >= 0 && !arguments.TryParse(body, open, segments[segments.Length - 1] == "this", use, out fault))
        {
            return null;
        }

        if (open < 0 && segments[segments.Length - 1] == "this")
        {
            fault = "an indexer is written this[]";
            return null;
        }

        var kind = parameter is not null ? PatternKind.Parameter
            : open >= 0 && body[open] == '(' && use != PatternUse.Code ? PatternKind.Call : PatternKind.Name;
        return new MemberPattern
        {
            Text = text,
            Kind = kind,
            Segments = segments,
            Types = arguments.Types,
            Constants = arguments.Constants,
            Parameter = parameter,
            Rank = new(Wildcards(segments), arguments.Constants.Count, CountLiterals(segments, arguments, parameter)),
        };
    }

    private static int FindHash(string text)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && quoted)
            {
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (text[i] == '#' && !quoted)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool AreSegments(string[] segments, out string fault)
    {
        fault = "";
        foreach (var segment in segments)
        {
            if (segment == NameGlob.AnyDepth || IsIdentifier(segment, wildcards: true))
            {
                continue;
            }

            fault = segment.Length == 0 ? "a part between dots is empty"
                : segment.IndexOf(NameGlob.AnyDepth, StringComparison.Ordinal) >= 0 ? "'**' stands alone between dots"
                : segment.IndexOf('+') >= 0 ? "nested types are written with '.'"
                : segment.IndexOf('`') >= 0 || segment.IndexOf('<') >= 0 ? "generic types are written without arity"
                : segment.IndexOf(' ') >= 0 ? "it has a space"
                : "a part between dots is no C# name";
            return false;
        }

        return true;
    }

    internal static bool IsIdentifier(string text, bool wildcards)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var fits = char.IsLetter(c) || c == '_' || i > 0 && (char.IsDigit(c) || IsJoining(c))
                || wildcards && (c == '*' && !(i > 0 && text[i - 1] == '*') || i > 0 && char.IsDigit(c));
            if (!fits)
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    // Combining and connecting characters that C# allows behind the first letter.
    private static bool IsJoining(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
        or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.ConnectorPunctuation or System.Globalization.UnicodeCategory.LetterNumber;

    private static int Wildcards(string[] segments)
    {
        var worst = 0;
        foreach (var segment in segments)
        {
            worst = Math.Max(worst, segment == NameGlob.AnyDepth ? 2 : segment.IndexOf('*') >= 0 ? 1 : 0);
        }

        return worst;
    }

    // Counted on the meaning, not on the spelling: Send(string) is as exact as Send(System.String).
    private static int CountLiterals(string[] segments, PatternArguments arguments, string? parameter)
    {
        var count = segments.Length - 1 + (parameter?.Length ?? 0);
        foreach (var segment in segments)
        {
            foreach (var c in segment)
            {
                count += c == '*' ? 0 : 1;
            }
        }

        return count + (arguments.Types?.Sum(t => t.Length) ?? 0) + arguments.Constants.Sum(c => c.Key.Length + c.Value.Length);
    }
}
