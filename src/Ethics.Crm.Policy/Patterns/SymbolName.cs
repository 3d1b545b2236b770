namespace Ethics.Crm.Policy.Patterns;

/// <summary>A symbol of a program as <c>fields</c> patterns see it.</summary>
/// <param name="Name">Without parentheses; an indexer ends in <c>this</c>.</param>
/// <param name="Types">Parameter types of a method; null for a property or field.</param>
internal readonly record struct SymbolName(string Name, PatternKind Kind, bool IsIndexer, IReadOnlyList<string>? Types, string? Parameter)
{
    private const string Indexer = ".this[]";

    public static SymbolName Member(string fullName) =>
        fullName.EndsWith(Indexer, StringComparison.Ordinal)
            ? new(fullName.Substring(0, fullName.Length - 2), PatternKind.Name, true, null, null)
            : new(fullName, PatternKind.Name, false, null, null);

    public static SymbolName Method(string fullName, IReadOnlyList<string> types, string? parameter) =>
        new(PlainName(fullName), parameter is null ? PatternKind.Call : PatternKind.Parameter, false, types, parameter);

    /// <summary>From the form in which <see cref="LabelSource.Member"/> names symbols.</summary>
    public static SymbolName Parse(string member)
    {
        var hash = member.LastIndexOf('#');
        var body = hash < 0 ? member : member.Substring(0, hash);
        var open = body.IndexOf('(');
        if (hash < 0 && open < 0)
        {
            return Member(member);
        }

        var name = open < 0 ? body : body.Substring(0, open);
        var inside = open < 0 ? "" : body.Substring(open + 1).TrimEnd(')').Trim();
        return Method(name, inside.Length == 0 ? [] : SplitTypes(inside), hash < 0 ? null : member.Substring(hash + 1));
    }

    public bool IsNamedBy(MemberPattern pattern)
    {
        // An indexer is a property to whoever reads it; with fixed arguments it is asked like a call.
        if (pattern.Kind != Kind || Kind == PatternKind.Parameter && !string.Equals(pattern.Parameter, Parameter, StringComparison.Ordinal))
        {
            return false;
        }

        return pattern.MatchesTypes(Types);
    }

    // Metadata writes T..ctor, the policy T.ctor.
    private static string PlainName(string name) =>
        name.EndsWith("..ctor", StringComparison.Ordinal) ? name.Substring(0, name.Length - 6) + ".ctor"
            : name.EndsWith(Indexer, StringComparison.Ordinal) ? name.Substring(0, name.Length - 2) : name;

    private static List<string> SplitTypes(string text)
    {
        var types = new List<string>();
        var (from, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == ',' && depth == 0)
            {
                types.Add(text.Substring(from, i - from).Trim());
                from = i + 1;
            }
            else
            {
                depth += text[i] is '<' or '[' ? 1 : text[i] is '>' or ']' ? -1 : 0;
            }
        }

        return types;
    }
}
