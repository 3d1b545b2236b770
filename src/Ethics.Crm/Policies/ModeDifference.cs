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
        var weaker = new Dictionary<(EnforcementMode Before, EnforcementMode After, string Categories), List<string>>();
        foreach (var purpose in purposes)
        {
            foreach (var group in categories.Select(c => (Category: c, Before: ModeOf(less, c, purpose), After: ModeOf(more, c, purpose)))
                .Where(static m => m.After > m.Before).GroupBy(static m => (m.Before, m.After)))
            {
                var data = group.Count() == categories.Count ? AnyData : PolicyDifference.Words(group.Select(static m => m.Category ?? "data without category"));
                var key = (group.Key.Before, group.Key.After, data);
                if (!weaker.TryGetValue(key, out var of))
                    weaker[key] = of = [];
                of.Add(purpose ?? "reads without purpose");
            }
        }

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
        foreach (var category in more.Document.Categories.Keys.Union(less.Document.Categories.Keys).OrderBy(static c => c, StringComparer.Ordinal))
        {
            foreach (var purpose in more.Purposes.Where(less.HasPurpose))
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

    private static List<PurposeVerdict> RulesAgainst(PolicyTable table, string category, string purpose) =>
        table.Objections(new DataLabel(category, null), purpose).Where(static o => o.Kind == VerdictKind.Rule).ToList();

    private static EnforcementMode ModeOf(PolicyTable table, string? category, string? purpose) => table.ModeFor(category, purpose is null ? [] : [purpose], []);

    private static string Sentence(string what, EnforcementMode less, EnforcementMode more, bool opens) =>
        $"{what} {(opens ? $"are '{Word(more)}' instead of '{Word(less)}'" : $"are '{Word(less)}' instead of '{Word(more)}'")}";

    private static string Word(EnforcementMode mode) => mode switch
    {
        EnforcementMode.Enforce => "enforce",
        EnforcementMode.Redact => "redact",
        _ => "audit",
    };
}
