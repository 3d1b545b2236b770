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
        var uses = purposes.GroupBy(p => (Less: less.ModeOfPurpose(p), More: more.ModeOfPurpose(p), LessDecides: Decides(less, p, more), MoreDecides: Decides(more, p, less))).ToList();
        foreach (var alike in uses)
        {
            foreach (var group in kinds.Select(k => (Categories: k, Before: ModeOf(less, k.First(), alike.First(), more), After: ModeOf(more, k.First(), alike.First(), less)))
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

        foreach (var sentence in OfTwoCategories(less, more, kinds, uses.Select(static use => use.ToList()).ToList(), opens).Concat(OfRules(less, more, opens)))
            yield return sentence;
    }

    /// <summary>A member may be several categories at once, of which the strictest mode counts. Where one of them has none any more, that of another counts alone, and the default does not.</summary>
    private static IEnumerable<string> OfTwoCategories(
        PolicyTable less, PolicyTable more, List<IGrouping<(EnforcementMode? Less, EnforcementMode? More), string?>> kinds, List<List<string?>> uses, bool opens)
    {
        for (var i = 0; i < kinds.Count; i++)
        {
            for (var j = i + 1; j < kinds.Count; j++)
            {
                var (one, other) = (kinds[i], kinds[j]);
                foreach (var group in uses.Select(use => (Use: use, Modes: Beside(less, one.First(), other.First(), more, one.First(), other.First(), use[0])))
                    .Where(static m => m.Modes is not null).GroupBy(static m => m.Modes!.Value))
                {
                    yield return Sentence(
                        $"refusals of what is {PolicyDifference.Words(one.OfType<string>())} and {PolicyDifference.Words(other.OfType<string>())} at once for {PolicyDifference.Words(group.SelectMany(static m => m.Use).Select(static p => p ?? "reads without purpose"))}",
                        group.Key.Before, group.Key.After, opens);
                }
            }
        }
    }

    /// <summary>Modes of what is two categories at once; null where it is as strict as before, or where each of them tells it by itself.</summary>
    private static (EnforcementMode Before, EnforcementMode After)? Beside(PolicyTable less, string? before, string? beforeToo, PolicyTable more, string? after, string? afterToo, string? purpose)
    {
        var (was, becomes) = (Together(less, before, beforeToo, purpose, more), Together(more, after, afterToo, purpose, less));
        return becomes > was && !(ModeOf(more, after, purpose, less) > ModeOf(less, before, purpose, more)) && !(ModeOf(more, afterToo, purpose, less) > ModeOf(less, beforeToo, purpose, more)) ? (was, becomes) : null;
    }

    private static EnforcementMode Together(PolicyTable table, string? one, string? other, string? purpose, PolicyTable beside) =>
        Acts(table, new[] { table.ModeOfCategory(one), table.ModeOfCategory(other), table.ModeOfPurpose(purpose) }.Where(static mode => mode is not null).Min() ?? table.Document.Enforcement.Default, purpose, beside);

    /// <summary>The same for data of one category that is called another one, beside any other.</summary>
    public static IEnumerable<(EnforcementMode Before, EnforcementMode After)> WeakerBeside(PolicyTable less, string? before, PolicyTable more, string? after)
    {
        // Only what had a mode of its own kept the default, or another one, away.
        if (less.ModeOfCategory(before) is null)
            return [];
        var others = more.Document.Categories.Keys.GroupBy(c => (less.ModeOfCategory(c), more.ModeOfCategory(c))).Select(static alike => alike.First()).ToList();
        return more.Purposes.Where(less.HasPurpose).Cast<string?>().Append(null).GroupBy(p => (less.ModeOfPurpose(p), more.ModeOfPurpose(p), Decides(less, p, more), Decides(more, p, less)))
            .SelectMany(alike => others.Select(other => Beside(less, before, other, more, after, other, alike.First()))).OfType<(EnforcementMode, EnforcementMode)>().Distinct();
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
                    if (becomes > was && !(ModeOf(more, category, purpose, less) > ModeOf(less, category, purpose, more)) && told.Add(same.Rule))
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
        more.Purposes.Where(less.HasPurpose).Cast<string?>().Append(null).GroupBy(p => (less.ModeOfPurpose(p), more.ModeOfPurpose(p), Decides(less, p, more), Decides(more, p, less)))
            .Select(alike => (Before: ModeOf(less, before, alike.First(), more), After: ModeOf(more, after, alike.First(), less)))
            .Where(static modes => modes.After > modes.Before).Distinct();

    private static List<PurposeVerdict> RulesAgainst(PolicyTable table, string category, string purpose) =>
        table.Objections(new DataLabel(category, null), purpose).Where(static o => o.Kind == VerdictKind.Rule).ToList();

    private static EnforcementMode ModeOf(PolicyTable table, string? category, string? purpose, PolicyTable beside) => Acts(table, table.ModeFor(category, purpose is null ? [] : [purpose], []), purpose, beside);

    /// <summary>In a decision nothing is redacted.</summary>
    private static EnforcementMode Acts(PolicyTable table, EnforcementMode mode, string? purpose, PolicyTable beside) =>
        mode == EnforcementMode.Redact && Decides(table, purpose, beside) ? EnforcementMode.Enforce : mode;

    /// <summary>What only one of the policies declares, the other refuses whatever it is.</summary>
    private static bool Decides(PolicyTable table, string? purpose, PolicyTable beside) =>
        purpose is not null && beside.HasPurpose(purpose) && table.Document.Purposes.TryGetValue(purpose, out var declared) && declared.Decision;

    internal static string Sentence(string what, EnforcementMode less, EnforcementMode more, bool opens) =>
        $"{what} {(opens ? $"are '{Word(more)}' instead of '{Word(less)}'" : $"are '{Word(less)}' instead of '{Word(more)}'")}";

    private static string Word(EnforcementMode mode) => mode switch
    {
        EnforcementMode.Enforce => "enforce",
        EnforcementMode.Redact => "redact",
        _ => "audit",
    };
}
