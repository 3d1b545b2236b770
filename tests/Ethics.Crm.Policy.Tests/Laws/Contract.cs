namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>Section 3 of the contract, sentence by sentence, on split names and by trying everything: no index, no order, nothing of the product's but the document.</summary>
internal sealed class Contract(PolicyDocument document)
{
    /// <summary>Everything that stands against it, in the order of <see cref="VerdictKind"/>; a rule once for each that denies.</summary>
    public IReadOnlyList<VerdictKind> Objections(DataLabel label, string purpose)
    {
        if (!document.Purposes.TryGetValue(purpose, out var use))
        {
            return [VerdictKind.UnknownPurpose];
        }

        var above = Above(label.Category).ToList();
        var given = CollectedFor(label);
        var collected = label.Category is not null && above.Count == 0 || given.Count == 0 ? VerdictKind.NothingPermitted
            : given.Any(g => Within(purpose, g)) || document.Compatible.Any(c => Within(purpose, c.To) && given.Any(g => MayGoFurther(g, c.From))) ? VerdictKind.Permitted
            : VerdictKind.NotCollected;
        var noGround = use.Basis != LawfulBasis.Consent && use.Article9 is null || document.WithoutSpecialGround.Contains(purpose);
        IEnumerable<(VerdictKind Kind, int Times)> all =
        [
            (collected, collected == VerdictKind.Permitted ? 0 : 1),
            (VerdictKind.Ceiling, above.Any(c => c.Only is { } only && !only.Any(o => Within(purpose, o))) ? 1 : 0),
            (VerdictKind.Rule, document.Rules.Count(r => r.DenyPurposes.Any(p => Within(purpose, p)) && r.DenyCategories.Any(c => Concerns(c, label.Category)))),
            (VerdictKind.SpecialWithoutGround, above.Any(c => c.Special == true) && noGround ? 1 : 0),
            (VerdictKind.Protected, above.Any(c => c.Protected == true) && use.Decision ? 1 : 0),
            (VerdictKind.InConfidence, above.Any(c => c.InConfidence == true) && use.Personalisation ? 1 : 0),
        ];
        return [.. all.SelectMany(o => Enumerable.Repeat(o.Kind, o.Times))];
    }

    public IReadOnlyList<string> CollectedFor(DataLabel label) => label.CollectedFor ?? Above(label.Category).Select(c => c.CollectedFor).FirstOrDefault(c => c is not null) ?? [];

    /// <summary>"Of the purposes, categories and rules that match the strictest counts, for each purpose of the scope, dotted parts included; default only if none matches."</summary>
    public EnforcementMode Mode(string? category, IReadOnlyList<string> purposes, IReadOnlyList<string> rules)
    {
        var modes = document.Enforcement;
        var common = modes.Categories.Where(m => category is not null && Within(category, m.Key)).Concat(modes.Rules.Where(m => rules.Contains(m.Key))).Select(m => m.Value).ToList();
        return purposes.Select(p => modes.Purposes.Where(m => Within(p, m.Key)).Select(m => m.Value).ToList()).DefaultIfEmpty([])
            .Min(own => common.Concat(own).DefaultIfEmpty(modes.Default).Min());
    }

    /// <summary>Declared categories that a name lies in, from near to far.</summary>
    public IEnumerable<CategoryEntry> Above(string? name) => Names(name).Where(document.Categories.ContainsKey).Select(n => document.Categories[n]);

    public static IEnumerable<string> Names(string? name)
    {
        var parts = name?.Split('.') ?? [];
        return Enumerable.Range(0, parts.Length).Select(i => string.Join('.', parts[..^i]));
    }

    public static bool Within(string name, string broad) => name.Split('.').Take(broad.Split('.').Length).SequenceEqual(broad.Split('.'));

    /// <summary>One step, and never from consent: neither from a purpose that rests on it nor through one on the way down from what was collected.</summary>
    private bool MayGoFurther(string given, string from) =>
        document.Purposes.ContainsKey(from) && Within(from, given) && !document.Purposes.Any(p => p.Value.Basis == LawfulBasis.Consent && Within(p.Key, given) && Within(from, p.Key));

    /// <summary>A rule on a category concerns what lies in it, and what is derived from anything in it, through however many derivations. "Derived from financial" speaks of that whole branch.</summary>
    private bool Concerns(string denied, string? category)
    {
        var origins = new HashSet<string>(Above(category).SelectMany(c => c.DerivedFrom));
        for (var before = -1; before != origins.Count;)
        {
            before = origins.Count;
            origins.UnionWith(document.Categories.Where(c => origins.Any(o => Within(c.Key, o) || Within(o, c.Key))).SelectMany(c => c.Value.DerivedFrom).ToList());
        }

        return category is not null && Within(category, denied) || origins.Any(o => Within(o, denied) || Within(denied, o));
    }
}
