using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policy;

public sealed partial class PolicyTable
{
    private static readonly KeyValuePair<string, string>[] NoConstants = [];

    private readonly PatternIndex<FieldEntry?> _fields;
    private readonly PatternIndex<FieldEntry?> _attributes;

    /// <summary>True when some <c>fields</c> key could match (to skip the look-up for every member of a program).</summary>
    public bool HasFieldPatterns => _fields.Count > 0;

    /// <summary>True when some <c>fields</c> key fixes a constant argument (to skip looking at the arguments of every call).</summary>
    public bool HasConstantArgumentPatterns => _fields.HasConstants;

    /// <summary>The label of a property or field.</summary>
    /// <param name="fullName">E.g. <c>Acme.Crm.Contact.Email</c>; an indexer is <c>Acme.Bag.this[]</c>.</param>
    /// <returns>Null when no pattern matches or the best match is <c>null</c>.</returns>
    public FieldEntry? FindField(string fullName) => Find(SymbolName.Member(fullName));

    /// <summary>The label of a method's return value.</summary>
    /// <param name="fullName">E.g. <c>Acme.Api.GetEmail</c>.</param>
    /// <param name="parameterTypes">Full names, or C# keywords; generic arguments do not count.</param>
    /// <returns>Null when no pattern matches or the best match is <c>null</c>.</returns>
    public FieldEntry? FindReturn(string fullName, IReadOnlyList<string> parameterTypes) => Find(SymbolName.Method(fullName, parameterTypes, null));

    /// <summary>The label of a parameter.</summary>
    /// <param name="fullName">The method, e.g. <c>Acme.Api.Import</c>; a constructor is <c>Acme.Api.ctor</c>.</param>
    /// <param name="parameterTypes">Full names, or C# keywords; generic arguments do not count.</param>
    /// <param name="parameter">Name of the parameter.</param>
    /// <returns>Null when no pattern matches or the best match is <c>null</c>.</returns>
    public FieldEntry? FindParameter(string fullName, IReadOnlyList<string> parameterTypes, string parameter) =>
        Find(SymbolName.Method(fullName, parameterTypes, parameter));

    /// <summary>
    /// The label of what a call or an indexer returns for these constant arguments, entries without constants included:
    /// <c>Acme.Bags.Get(key: "BirthDate")</c>, <c>Microsoft.Xrm.Sdk.Entity.this[attributeName: "emailaddress1"]</c>.
    /// </summary>
    /// <param name="fullName">The method, or the indexer as <c>T.this[]</c>.</param>
    /// <param name="parameterTypes">Full names, or C# keywords; generic arguments do not count.</param>
    /// <param name="constantArguments">Parameter name and value of each argument that is a constant string.</param>
    /// <returns>Null when no pattern matches or the best match is <c>null</c>.</returns>
    public FieldEntry? FindCall(string fullName, IReadOnlyList<string> parameterTypes, IReadOnlyList<KeyValuePair<string, string>> constantArguments)
    {
        var symbol = SymbolName.Member(fullName);
        return Find(symbol.IsIndexer ? symbol with { Types = parameterTypes } : SymbolName.Method(fullName, parameterTypes, null), constantArguments);
    }

    /// <summary>The <c>fields</c> entries that fix an argument of this method or indexer: what lies under which keys.</summary>
    /// <param name="member">As <see cref="LabelSource.Member"/> names it.</param>
    /// <returns>Empty for nearly every member of a program.</returns>
    public IReadOnlyList<KeyedField> FindKeys(string member)
    {
        if (!HasConstantArgumentPatterns)
        {
            return [];
        }

        var symbol = SymbolName.Parse(member);
        return _fields.WithConstants
            .Where(entry => symbol.IsNamedBy(entry.Pattern) && entry.Pattern.MatchesName(symbol.Name))
            .Select(entry => new KeyedField(entry.Pattern.Constants, entry.Value))
            .ToArray();
    }

    /// <summary>The <c>attributes</c> entry of an attribute class.</summary>
    /// <param name="fullName">Its full name, without generic arity.</param>
    /// <returns>Null when none matches or the best match is <c>null</c>.</returns>
    public FieldEntry? FindAttribute(string fullName) => _attributes.Find(fullName, 0, static (_, _) => true)?.Value;

    /// <summary>
    /// Joins what the code says of one declaration with <c>fields</c> and <c>attributes</c>, part by part: the category and the purposes each come from
    /// the attribute in code, else from <c>fields</c>, else from a mapped foreign attribute (of several the first that says something).
    /// An entry <c>null</c> takes the member out of <c>fields</c>; what an attribute says stays.
    /// </summary>
    /// <param name="source">What the code says.</param>
    /// <returns>Null when nothing labels it.</returns>
    public DataLabel? ResolveLabel(LabelSource source) => ResolveLabel(source, NoConstants);

    /// <summary>The same for one call or one use of an indexer, whose constant arguments may choose the entry.</summary>
    /// <param name="source">What the code says.</param>
    /// <param name="constantArguments">Parameter name and value of each argument that is a constant string.</param>
    /// <returns>Null when nothing labels it.</returns>
    public DataLabel? ResolveLabel(LabelSource source, IReadOnlyList<KeyValuePair<string, string>> constantArguments)
    {
        var field = HasFieldPatterns ? Find(SymbolName.Parse(source.Member), constantArguments) : null;
        var category = source.Category ?? field?.Category;
        var collectedFor = source.CollectedFor ?? field?.CollectedFor;
        for (var i = 0; i < source.Attributes.Count && (category is null || collectedFor is null) && _attributes.Count > 0; i++)
        {
            var attribute = FindAttribute(source.Attributes[i]);
            category ??= attribute?.Category;
            collectedFor ??= attribute?.CollectedFor;
        }

        return category is null && collectedFor is null ? null : new(category, collectedFor);
    }

    private FieldEntry? Find(SymbolName symbol, IReadOnlyList<KeyValuePair<string, string>>? constants = null) =>
        _fields.Find(symbol.Name, (Symbol: symbol, Constants: constants ?? NoConstants), static (pattern, query) =>
            query.Symbol.IsNamedBy(pattern) && (pattern.Constants.Count == 0 || pattern.MatchesConstants(query.Constants)))?.Value;

    private static PatternIndex<T> Index<T>(IEnumerable<KeyValuePair<string, T>> entries, PatternUse use) =>
        new(entries.Select(e => new KeyValuePair<MemberPattern?, T>(PatternParser.Parse(e.Key, use, out _), e.Value))
            .Where(e => e.Key is not null).Select(e => new KeyValuePair<MemberPattern, T>(e.Key!, e.Value)));
}
