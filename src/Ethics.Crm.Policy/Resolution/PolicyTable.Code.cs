using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policy;

public sealed partial class PolicyTable
{
    private readonly PatternIndex<CodeEntry?> _code;
    private readonly PatternIndex<SinkEntry> _sinks;
    private readonly PatternIndex<AnonymizerEntry> _anonymizers;
    private readonly PatternIndex<string> _entities;

    /// <summary>True when some <c>code</c> key could match.</summary>
    public bool HasCodePatterns => _code.Count > 0;

    /// <summary>The <c>code</c> entry for a member. The most exact pattern wins over all names; at equal rank the innermost.</summary>
    /// <param name="names">Its full name, then its containing types from inside out.</param>
    /// <returns>Null when no pattern matches or the best match is <c>null</c>.</returns>
    public CodeEntry? FindCode(IReadOnlyList<string> names)
    {
        PatternIndex<CodeEntry?>.Entry? best = null;
        for (var i = 0; i < names.Count && _code.Count > 0; i++)
        {
            var found = _code.Find(names[i], 0, static (_, _) => true);
            if (found is not null && (best is null || found.Pattern.Rank.CompareTo(best.Pattern.Rank) > 0))
            {
                best = found;
            }
        }

        return best?.Value;
    }

    /// <summary>The <c>sinks</c> entry for a method or settable property.</summary>
    /// <param name="fullName">E.g. <c>Acme.Mail.MailClient.Send</c>; a constructor is <c>T.ctor</c>, an indexer <c>T.this[]</c>.</param>
    /// <param name="parameterTypes">Full names of a method's parameter types; null for a property.</param>
    /// <returns>Null when no pattern matches.</returns>
    public SinkEntry? FindSink(string fullName, IReadOnlyList<string>? parameterTypes) => Find(_sinks, fullName, parameterTypes)?.Value;

    /// <summary>The <c>anonymizers</c> entry for a method or property.</summary>
    /// <param name="fullName">E.g. <c>Acme.Privacy.Stats.Count</c>.</param>
    /// <param name="parameterTypes">Full names of a method's parameter types; null for a property.</param>
    /// <returns>Null when no pattern matches.</returns>
    public AnonymizerEntry? FindAnonymizer(string fullName, IReadOnlyList<string>? parameterTypes) => Find(_anonymizers, fullName, parameterTypes)?.Value;

    /// <summary>Whether a pattern of <c>entities</c> names the type.</summary>
    /// <param name="fullName">Its full name, without generic arity.</param>
    /// <returns>True when one does.</returns>
    public bool IsEntity(string fullName) => _entities.Find(fullName, 0, static (_, _) => true) is not null;

    private static PatternIndex<T>.Entry? Find<T>(PatternIndex<T> index, string fullName, IReadOnlyList<string>? types)
    {
        var symbol = types is null ? SymbolName.Member(fullName) : SymbolName.Method(fullName, types, null);
        return index.Find(symbol.Name, types, static (pattern, types) => (types is not null || pattern.Kind == PatternKind.Name) && pattern.MatchesTypes(types));
    }
}
