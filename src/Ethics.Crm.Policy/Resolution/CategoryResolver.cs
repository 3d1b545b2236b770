using Ethics.Crm.Policy.Naming;

namespace Ethics.Crm.Policy.Resolution;

/// <summary>A category as decisions need it: what it inherits, its ceilings, and the rules that concern it.</summary>
/// <param name="Known">Whether it or an ancestor is declared.</param>
internal sealed record ResolvedCategory(EffectiveCategory Effective, bool Known, IReadOnlyList<ResolvedRule> Rules);

/// <param name="Name">The id, else <c>rules[2]</c>.</param>
internal sealed record ResolvedRule(RuleEntry Entry, string Name);

/// <summary>Inheritance, ceilings and derivation of categories.</summary>
internal sealed class CategoryResolver
{
    private readonly IReadOnlyDictionary<string, CategoryEntry> _declared;
    private readonly IReadOnlyList<ResolvedRule> _rules;
    private readonly Dictionary<string, ResolvedCategory> _resolved = new(StringComparer.Ordinal);

    public CategoryResolver(PolicyDocument document)
    {
        _declared = document.Categories;
        _rules = InOrder(document.Rules);
        foreach (var name in _declared.Keys)
        {
            _resolved.Add(name, Resolve(name));
        }
    }

    /// <summary>Undeclared names inherit from their nearest declared ancestor too: code built under another policy must not escape a rule.</summary>
    public ResolvedCategory Find(string name) => _resolved.TryGetValue(name, out var found) ? found : Resolve(name);

    private ResolvedCategory Resolve(string name)
    {
        // From near to far: the first that says something wins, flags add up.
        var line = Dotted.SelfAndAncestors(name).Where(_declared.ContainsKey).Select(n => _declared[n]).ToList();
        var own = _declared.TryGetValue(name, out var entry) ? entry : null;
        var effective = new EffectiveCategory(
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

        var origins = Origins(name);
        return new(effective, line.Count > 0, _rules.Where(rule => Concerns(rule.Entry, name, origins)).ToArray());
    }

    private static bool Concerns(RuleEntry rule, string name, IReadOnlyCollection<string> origins)
    {
        foreach (var denied in rule.DenyCategories)
        {
            // "Derived from financial" speaks of that whole branch, so a rule on financial.card is a rule on an origin.
            if (Dotted.Covers(denied, name) || origins.Any(origin => Dotted.Covers(denied, origin) || Dotted.Covers(origin, denied)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Everything it is derived from, directly or not. Circles are harmless: a category in a branch may be derived from that branch.</summary>
    private IReadOnlyCollection<string> Origins(string name)
    {
        var origins = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(DerivedFrom(Dotted.SelfAndAncestors(name)));
        while (open.Count > 0)
        {
            var origin = open.Pop();
            if (origins.Add(origin))
            {
                foreach (var next in DerivedFrom(Dotted.SelfAndAncestors(origin).Concat(_declared.Keys.Where(k => Dotted.Covers(origin, k)))))
                {
                    open.Push(next);
                }
            }
        }

        return origins;
    }

    private IEnumerable<string> DerivedFrom(IEnumerable<string> names) => names.Where(_declared.ContainsKey).SelectMany(n => _declared[n].DerivedFrom);

    private static IReadOnlyList<string> Union(IEnumerable<IReadOnlyList<string>> lists) => lists.SelectMany(l => l).Distinct(StringComparer.Ordinal).ToArray();

    // Which of several rules is named must not depend on their order in the file: those that no consent lifts first, then by id.
    private static IReadOnlyList<ResolvedRule> InOrder(IReadOnlyList<RuleEntry> rules) =>
        rules.Select((rule, index) => new ResolvedRule(rule, rule.Id ?? $"rules[{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}]"))
            .OrderByDescending(r => r.Entry.EvenWithConsent).ThenBy(r => r.Entry.Id is null).ThenBy(r => r.Name, StringComparer.Ordinal).ToArray();
}
