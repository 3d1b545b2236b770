using Ethics.Crm.Policy;

namespace Ethics.Crm.Policies;

/// <summary>Where refusals act more leniently than before. Category, purpose and rule are taken together, because the strictest of them counts and the default only without any.</summary>
internal static class ModeDifference
{
    private const string AnyData = "any data";
    private const string AnyPurpose = "any purpose";

    public static IEnumerable<string> Gains(PolicyTable less, PolicyTable more, bool opens)
    {
        var categories = more.Document.Categories.Keys.Union(less.Document.Categories.Keys).OrderBy(static c => c, StringComparer.Ordinal).Cast<string?>().Append(null).ToList();
        var purposes = more.Purposes.Union(less.Purposes).OrderBy(static p => p, StringComparer.Ordinal).Cast<string?>().Append(null).ToList();
        // Whatever their number, categories and purposes have few modes by themselves.
        var kinds = categories.GroupBy(c => (Less: less.ModeOfCategory(c), More: more.ModeOfCategory(c))).ToList();
        var weaker = new Dictionary<(EnforcementMode Before, EnforcementMode After, string Categories), List<string>>();
        foreach (var alike in purposes.GroupBy(p => (Less: less.ModeOfPurpose(p), More: more.ModeOfPurpose(p))))
        {
            foreach (var group in kinds.Select(k => (Categories: k, Before: ModeOf(less, k.First(), alike.First()), After: ModeOf(more, k.First(), alike.First())))
                .Where(static m => m.After > m.Before).GroupBy(static m => (m.Before, m.After)))
            {
                var weakened = new HashSet<string?>(group.SelectMany(static m => m.Categories));
                var data = weakened.Count == categories.Count ? AnyData : PolicyDifference.Words(categories.Where(weakened.Contains).Select(static c => c ?? "data without category"));
                var key = (group.Key.Before, group.Key.After, data);
                if (!weaker.TryGetValue(key, out var of))
                    weaker[key] = of = [];
                of.AddRange(alike.Select(static p => p ?? "reads without purpose"));
            }
        }

        var order = purposes.Select(static (p, at) => (Name: p ?? "reads without purpose", At: at)).ToDictionary(static p => p.Name, static p => p.At, StringComparer.Ordinal);
        weaker.Values.ToList().ForEach(of => of.Sort((one, other) => order[one].CompareTo(order[other])));
        foreach (var found in weaker)
        {
            var (before, after, data) = found.Key;
            var use = found.Value.Count == purposes.Count ? AnyPurpose : PolicyDifference.Words(found.Value);
            yield return Sentence($"refusals of {data} for {use}", before, after, opens);
        }

        foreach (var rule in OfRules(less, more, opens))
            yield return rule;
    }

    private static IEnumerable<string> OfRules(PolicyTable less, PolicyTable more, bool opens)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var denied = more.Purposes.Where(p => less.HasPurpose(p) && IsDenied(less, p) && IsDenied(more, p)).ToList();
        foreach (var category in more.Document.Categories.Keys.Union(less.Document.Categories.Keys).OrderBy(static c => c, StringComparer.Ordinal))
        {
            foreach (var purpose in denied)
            {
                var before = RulesAgainst(less, category, purpose);
                foreach (var after in RulesAgainst(more, category, purpose))
                {
                    var same = before.FirstOrDefault(b => b.Rule == after.Rule);
                    if (same.Rule is null)
                        continue;
                    var (was, becomes) = (less.ModeFor(category, [purpose], [same.Rule]), more.ModeFor(category, [purpose], [same.Rule]));
                    // Where the purpose alone is as lenient, the sentence above has said it.
                    if (becomes > was && !(ModeOf(more, category, purpose) > ModeOf(less, category, purpose)) && told.Add(same.Rule))
                        yield return Sentence($"refusals by rule '{same.Rule}'", was, becomes, opens);
                    if (same.EvenWithConsent && !after.EvenWithConsent && told.Add(same.Rule + " lift"))
                        yield return $"rule '{same.Rule}' {(opens ? "no longer holds in every mode" : "holds in every mode")}";
                }
            }
        }
    }

    private static bool IsDenied(PolicyTable table, string purpose) => table.Document.Rules.Any(rule => rule.DenyPurposes.Any(denied => Consent.ConsentStanding.Covers(denied, purpose)));

    /// <summary>Pairs of modes, the second of which holds for data of one category where the first did for data of another.</summary>
    public static IEnumerable<(EnforcementMode Before, EnforcementMode After)> Weaker(PolicyTable less, string? before, PolicyTable more, string? after) =>
        more.Purposes.Where(less.HasPurpose).Cast<string?>().Append(null).GroupBy(p => (less.ModeOfPurpose(p), more.ModeOfPurpose(p)))
            .Select(alike => (Before: ModeOf(less, before, alike.First()), After: ModeOf(more, after, alike.First())))
            .Where(static modes => modes.After > modes.Before).Distinct();

    private static List<PurposeVerdict> RulesAgainst(PolicyTable table, string category, string purpose) =>
        table.Objections(new DataLabel(category, null), purpose).Where(static o => o.Kind == VerdictKind.Rule).ToList();

    private static EnforcementMode ModeOf(PolicyTable table, string? category, string? purpose) => table.ModeFor(category, purpose is null ? [] : [purpose], []);

    internal static string Sentence(string what, EnforcementMode less, EnforcementMode more, bool opens) =>
        $"{what} {(opens ? $"are '{Word(more)}' instead of '{Word(less)}'" : $"are '{Word(less)}' instead of '{Word(more)}'")}";

    private static string Word(EnforcementMode mode) => mode switch
    {
        EnforcementMode.Enforce => "enforce",
        EnforcementMode.Redact => "redact",
        _ => "audit",
    };
}
