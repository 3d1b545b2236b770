using System.Collections.Concurrent;
using Ethics.Crm.Policy.Naming;

namespace Ethics.Crm.Policy.Resolution;

/// <summary>A category as decisions need it: what it inherits, its ceilings, and the rules that concern it.</summary>
/// <param name="Known">Whether it or an ancestor is declared.</param>
internal sealed record ResolvedCategory(EffectiveCategory Effective, bool Known, IReadOnlyList<ResolvedRule> Rules);

/// <param name="Name">The id, else <c>rules[2]</c>.</param>
internal sealed record ResolvedRule(RuleEntry Entry, string Name)
{
    /// <summary>How one without id is called.</summary>
    public static string NameAt(int index) => $"rules[{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}]";
}

/// <summary>Inheritance, ceilings and derivation of categories.</summary>
internal sealed class CategoryResolver
{
    private readonly IReadOnlyDictionary<string, CategoryEntry> _declared;
    private readonly IReadOnlyList<ResolvedRule> _rules;
    private readonly Lazy<RuleReach> _reach;
    private readonly ConcurrentDictionary<string, ResolvedCategory> _resolved = new(StringComparer.Ordinal);

    public CategoryResolver(PolicyDocument document)
    {
        _declared = document.Categories;
        _rules = InOrder(document.Rules);

        // The tables of a chain's lower files are never asked what they permit.
        _reach = new(() => new(_declared, _rules));
    }

    /// <summary>Undeclared names inherit from their nearest declared ancestor too: code built under another policy must not escape a rule.</summary>
    public ResolvedCategory Find(string name) => _resolved.TryGetValue(name, out var found) ? found : Remember(name);

    /// <summary>What the category inherits, without asking which rules concern it.</summary>
    public EffectiveCategory Effective(string name) => Inherit(name, Line(name));

    private ResolvedCategory Remember(string name)
    {
        var line = Line(name);
        var resolved = new ResolvedCategory(Inherit(name, line), line.Count > 0, _reach.Value.Of(name).Select(i => _rules[i]).ToArray());

        // Names come from code as well, without bound; only declared ones are kept.
        return _declared.ContainsKey(name) ? _resolved.GetOrAdd(name, resolved) : resolved;
    }

    // From near to far: the first that says something wins, flags add up.
    private List<CategoryEntry> Line(string name) => Dotted.SelfAndAncestors(name).Where(_declared.ContainsKey).Select(n => _declared[n]).ToList();

    private EffectiveCategory Inherit(string name, List<CategoryEntry> line)
    {
        var own = _declared.TryGetValue(name, out var entry) ? entry : null;
        return new(
            name,
            own?.Title,
            line.Select(c => c.CollectedFor).FirstOrDefault(p => p is not null),
            line.Select(c => c.Redacted).FirstOrDefault(r => r is not null),
            line.Any(c => c.Special == true),
            line.Any(c => c.Protected == true),
            line.Any(c => c.InConfidence == true),
            line.Any(c => c.Sensitive == true),
            own?.Lookup ?? false,
            Union(line.Select(c => c.ProxyFor)),
            Union(line.Select(c => c.DerivedFrom)))
        {
            Ceilings = line.Where(c => c.Only is not null).Select(c => c.Only!).ToArray(),
        };
    }

    private static IReadOnlyList<string> Union(IEnumerable<IReadOnlyList<string>> lists) => lists.SelectMany(l => l).Distinct(StringComparer.Ordinal).ToArray();

    // Which of several rules is named must not depend on their order in the file: those that no consent lifts first, then by id.
    private static IReadOnlyList<ResolvedRule> InOrder(IReadOnlyList<RuleEntry> rules) =>
        rules.Select((rule, index) => new ResolvedRule(rule, rule.Id ?? ResolvedRule.NameAt(index)))
            .OrderByDescending(r => r.Entry.EvenWithConsent).ThenBy(r => r.Entry.Id is null).ThenBy(r => r.Name, StringComparer.Ordinal).ToArray();
}
