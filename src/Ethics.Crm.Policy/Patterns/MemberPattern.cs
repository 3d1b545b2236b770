namespace Ethics.Crm.Policy.Patterns;

/// <summary>What kind of symbol a pattern names.</summary>
internal enum PatternKind
{
    /// <summary>No parentheses: a property, field, type or namespace; in <c>sinks</c> and <c>anonymizers</c> also every overload of a method.</summary>
    Name,

    /// <summary>Parentheses: methods. Without types all overloads.</summary>
    Call,

    /// <summary><c>#row</c>: a parameter.</summary>
    Parameter,
}

/// <summary>One key of <c>fields</c>, <c>code</c>, <c>sinks</c> … taken apart.</summary>
internal sealed class MemberPattern
{
    public required string Text { get; init; }

    public required PatternKind Kind { get; init; }

    /// <summary>Name parts; <c>**</c> stands for any number of parts, <c>*</c> inside a part for any number of characters. An indexer's last part is <c>this</c>.</summary>
    public required string[] Segments { get; init; }

    /// <summary>Null for all overloads.</summary>
    public string[]? Types { get; init; }

    public string? Parameter { get; init; }

    /// <summary>Constant arguments that a call must have, <c>key: "BirthDate"</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Constants { get; init; } = [];

    public PatternRank Rank { get; init; }

    public bool IsExact => Rank.Wildcards == 0;

    public string Name => string.Join(".", Segments);

    /// <summary>As it stands in <c>code</c>, where a type speaks for its members and nested types too.</summary>
    public MemberPattern WithWhatLiesBeneath() => new() { Text = Text, Kind = Kind, Segments = [.. Segments, NameGlob.AnyDepth], Rank = new(2, Rank.Constants, Rank.Literals) };

    public bool MatchesName(string fullName) => NameGlob.Matches(Segments, fullName);

    /// <summary>Whether it names, in <c>sinks</c> and <c>anonymizers</c>, whatever the other one names. In doubt it does not.</summary>
    public bool Covers(MemberPattern other) =>
        (Kind == PatternKind.Name || other.Kind == Kind)
        && (Types is null || other.Types is not null && Types.SequenceEqual(other.Types, StringComparer.Ordinal))
        && NameGlob.Covers(Segments, other.Segments);

    /// <summary>The same in every section. In doubt it does not.</summary>
    public bool NamesAllOf(MemberPattern other, PatternUse use) =>
        (use == PatternUse.Method || Kind == other.Kind) && Covers(other) && Parameter == other.Parameter && Constants.All(other.Constants.Contains);

    public bool MatchesTypes(IReadOnlyList<string>? types)
    {
        if (Types is null)
        {
            return true;
        }

        if (types is null || types.Count != Types.Length)
        {
            return false;
        }

        for (var i = 0; i < Types.Length; i++)
        {
            if (!string.Equals(Types[i], TypeName.Normalize(types[i]), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public bool MatchesConstants(IReadOnlyList<KeyValuePair<string, string>> arguments)
    {
        foreach (var wanted in Constants)
        {
            if (!arguments.Contains(wanted))
            {
                return false;
            }
        }

        return true;
    }
}
