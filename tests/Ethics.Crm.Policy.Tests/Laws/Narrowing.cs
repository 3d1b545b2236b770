using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>That files above a policy narrow it: asked of what they decide together, not of how they are compared. What the policy itself marks open is left out.</summary>
internal static class Narrowing
{
    private static readonly string?[] Categories = [.. PolicyNames.Categories, null];

    /// <summary>For every label, and for purposes that only an overlay declares too: they may have what the nearest one above them in the base may.</summary>
    public static void OfLabels(GoodPolicy policy, PolicyTable merged)
    {
        var below = policy.Table;
        foreach (var category in Categories.Where(c => c is null || below.HasCategory(c) && !IsOpen(below, c)))
        {
            foreach (var collectedFor in below.Purposes.Select(p => (string[])[p]).Append(null))
            {
                var label = new DataLabel(category, collectedFor);
                foreach (var purpose in merged.Purposes.Where(p => merged.Judge(label, p).IsPermitted))
                {
                    var old = Above(purpose).FirstOrDefault(below.HasPurpose);
                    Assert.True(old is not null && (below.Document.Purposes[old].Open || OnlyOpenRulesForbid(policy, label, old)), $"{label} is permitted for {purpose}");
                }
            }
        }
    }

    /// <summary>True as well when nothing forbids it. A rule that the base marks open is one that an overlay may write anew.</summary>
    private static bool OnlyOpenRulesForbid(GoodPolicy below, DataLabel label, string purpose)
    {
        return below.Table.Objections(label, purpose).All(objection => objection.Rule is { } id && IsOpenRule(below, id));
    }

    private static bool IsOpenRule(GoodPolicy policy, string id)
    {
        using var document = System.Text.Json.JsonDocument.Parse(policy.Text);
        return document.RootElement.TryGetProperty("rules", out var rules)
            && rules.EnumerateArray().Any(rule => rule.TryGetProperty("open", out var open) && open.GetBoolean() && rule.TryGetProperty("id", out var named) && named.GetString() == id);
    }

    /// <summary>Ceilings of the base hold whatever an overlay and an attribute say.</summary>
    public static void OfCeilings(GoodPolicy policy, PolicyTable merged, AnyLabel label)
    {
        var below = policy.Table;
        if (label.Category is null)
        {
            return;
        }

        var ceilings = Above(label.Category).Where(below.HasCategory).Select(c => below.Document.Categories[c]).Where(c => c is { Only: not null, Open: false }).ToList();
        Assert.All(merged.PermittedPurposes(label.Label), purpose => Assert.All(ceilings, c => Assert.Contains(c.Only!, o => Above(purpose).Contains(o))));
        foreach (var code in PolicyNames.Code)
        {
            // As it is asked: a member, then the types around it.
            string[] names = [code, code[..code.LastIndexOf('.')]];
            if (below.FindCode(names) is { Only: true } ceiling)
            {
                var now = merged.FindCode(names);
                Assert.True(now is { Only: true } && now.Purposes.All(p => ceiling.Purposes.Any(c => Above(p).Contains(c))), $"{code} leaves its ceiling");
            }
        }
    }

    public static void OfMembers(GoodPolicy policy, PolicyTable merged)
    {
        var below = policy.Table;
        if (policy.IsOpen)
        {
            return;
        }

        foreach (var source in PolicyNames.Members.SelectMany(static member => PolicyNames.Attributes, Sources).SelectMany(static sources => sources))
        {
            var before = below.ResolveLabels(source);
            if (before.Count == 0)
            {
                continue;
            }

            var after = merged.ResolveLabels(source);
            var words = $"{source.Member} ({source.Category}, {string.Join(", ", source.Attributes)}): {string.Join(", ", before)} became {string.Join(", ", after)}";
            Assert.True(after.Count > 0, words);

            // What has no purposes at all may get some, as by [CollectedFor] in code; what else is said of its category holds for these.
            Assert.All(below.Purposes.Where(p => after.All(label => merged.Judge(label, p).IsPermitted)), p => Assert.True(before.All(label => below.Judge(SaysPurposes(below, label) ? label : new(label.Category, [p]), p).IsPermitted), $"{p}: {words}"));

            // What the code says is half a label, and the other half is the policy's to say.
            if (source.CollectedFor is null)
            {
                Assert.All(merged.Document.Recipients.Keys, r => Assert.True(after.Any(label => !MayHave(merged, r, label)) || before.All(label => MayHave(below, r, label)), $"{r}: {words}"));
                Assert.True(after.Min(label => merged.ModeFor(label.Category, ["a"], [])) <= before.Min(label => below.ModeFor(label.Category, ["a"], [])), words);
            }

            // Where no label objects (no scope, no consent), all categories of the member speak: by the base alone, and beside what the overlay calls it.
            var heldTogether = after.Where(static label => label.IsSaidBelow(0)).Select(static label => label.SaidBelow.Contains(0) ? label : new DataLabel(null, label.CollectedFor)).ToList();
            var mode = heldTogether.Count == 0 ? Together(merged, after) : (EnforcementMode)Math.Min((int)Together(merged, after), (int)Together(merged, heldTogether));
            Assert.True(mode <= Together(below, before), $"refusals pass: {words}");
        }
    }

    /// <summary>The strictest that matches, else the default.</summary>
    private static EnforcementMode Together(PolicyTable table, IReadOnlyList<DataLabel> labels) =>
        labels.Select(label => table.ModeOfCategory(label.Category)).Append(table.ModeOfPurpose("a")).Where(static mode => mode is not null).Min() ?? table.Document.Enforcement.Default;

    private static bool SaysPurposes(PolicyTable table, DataLabel label) => label.CollectedFor is not null || label.Category is not null && table.FindCategory(label.Category)?.CollectedFor is not null;

    private static LabelSource[] Sources(string member, string[] attributes) => [new(member, null, null, attributes), new(member, "k", null, attributes), new(member, null, ["a"], attributes)];

    private static bool MayHave(PolicyTable table, string recipient, DataLabel label) => label.Category is not null && table.Document.Recipients[recipient].Categories.Any(c => Above(label.Category).Contains(c));

    /// <summary>Of which sources people must be told. New ones are the overlay's to declare.</summary>
    public static void OfSources(GoodPolicy policy, PolicyTable merged) => Assert.All(
        policy.Table.Document.Purposes.Where(p => !p.Value.Open).SelectMany(p => policy.Table.Document.Sources.Keys.Append("unknown").Where(s => s != "unknown" || !merged.HasSource(s)).Select(s => (Purpose: p.Key, Source: s))),
        pair => Assert.True(merged.MustBeTold(pair.Source, pair.Purpose) || !policy.Table.MustBeTold(pair.Source, pair.Purpose), $"{pair.Source} for {pair.Purpose} need not be told"));

    /// <summary>Recipients, flags, durations, erasure, sinks and rules: each kind of widening that the contract lists.</summary>
    public static void OfEntries(GoodPolicy policy, PolicyTable table)
    {
        var (below, merged) = (policy.Table.Document, table.Document);
        Assert.Subset(below.Recipients.Keys.ToHashSet(), merged.Recipients.Keys.ToHashSet());
        foreach (var (name, old) in below.Recipients.Where(r => !r.Value.Open))
        {
            Assert.All(merged.Recipients[name].For, p => Assert.Contains(old.For, o => Above(p).Contains(o)));
            Assert.All(merged.Recipients[name].Categories, c => Assert.Contains(old.Categories, o => Above(c).Contains(o)));
            Assert.False(old.Role is RecipientRole.Controller or RecipientRole.Joint && merged.Recipients[name].Role == RecipientRole.Processor);
        }

        foreach (var (name, old) in below.Purposes.Where(p => !p.Value.Open))
        {
            AssertNarrower(name, old, merged.Purposes[name]);
        }

        foreach (var (name, old) in below.Categories.Where(c => !c.Value.Open))
        {
            var now = merged.Categories[name];
            Assert.False(old.Special == true && now.Special != true || old.Protected == true && now.Protected != true, name);
            Assert.False(old.InConfidence == true && now.InConfidence != true || old.Sensitive == true && now.Sensitive != true, name);
            Assert.False(now.Lookup == true && old.Lookup != true, name);
            Assert.All(old.ProxyFor.Concat(old.DerivedFrom), o => Assert.Contains(now.ProxyFor.Concat(now.DerivedFrom), n => Above(o).Contains(n)));
        }

        Assert.All(policy.Table.Purposes.Where(p => !below.Purposes[p].Open), p => AssertTermsHold(p, policy.Table, table));
        AssertDerivedAsFar(policy, table);
        Assert.All(below.Rules.Where(r => r.EvenWithConsent && !policy.IsOpen), r => Assert.Contains(merged.Rules, m => m.EvenWithConsent && (r.Id is null || m.Id == r.Id)));
        Assert.All(below.Sources.Where(s => s.Value.Direct != true), s => Assert.NotEqual(true, merged.Sources[s.Key].Direct));
        Assert.True(below.FreeTransfers is null || merged.FreeTransfers!.All(c => Countries.IsFree(c, below.FreeTransfers)));
        Assert.True(!below.DeclassifyByPolicyOnly || merged.DeclassifyByPolicyOnly);
        Assert.All(PolicyNames.Anonymized, m => Assert.All(
            new string[][] { [], ["System.String"] }, types => Assert.True(policy.IsOpen || policy.Table.FindAnonymizer(m, types) is not null || table.FindAnonymizer(m, types) is null, $"{m} anonymises")));
        Assert.All(PolicyNames.Categories, category => AssertErasedAsMuch(category, below, merged));
        foreach (var method in PolicyNames.Sinks)
        {
            foreach (var types in new string[][] { [], ["System.String"] })
            {
                var (before, after) = (policy.Table.FindSink(method, types), table.FindSink(method, types));
                Assert.True(before is null || after is not null && (!before.Log || after.Log) && (before.DisclosesTo is null || before.DisclosesTo == after.DisclosesTo), $"{method} does less");
            }
        }
    }

    /// <summary>Each rule of the base that a closed category is subject to, by whatever it is derived from, is there for it still.</summary>
    private static void AssertDerivedAsFar(GoodPolicy policy, PolicyTable merged)
    {
        foreach (var category in policy.Table.Document.Categories.Keys.Where(c => !policy.IsOpen || !IsOpen(policy.Table, c)))
        {
            foreach (var purpose in policy.Table.Purposes)
            {
                var rules = policy.Table.Objections(new(category, null), purpose).Where(static o => o is { Kind: VerdictKind.Rule, Rule: "i" or "j" }).Select(static o => o.Rule!).ToList();
                var now = merged.Objections(new(category, null), purpose).Select(static o => o.Rule).ToList();
                Assert.All(rules.Where(id => !IsOpenRule(policy, id)), id => Assert.True(now.Contains(id), $"{id} no longer denies {category} for {purpose}"));
            }
        }
    }

    public static void OfModes(GoodPolicy policy, PolicyTable merged)
    {
        foreach (var category in Categories)
        {
            foreach (var purposes in merged.Purposes.Select(p => (string[])[p]).Append([]))
            {
                // By rules that it does not have the base refuses nothing.
                foreach (var rules in new string[][] { [], ["i"], ["j"], ["i", "j"] }.Where(rules => rules.All(id => policy.Table.Document.Rules.Any(rule => rule.Id == id))))
                {
                    Assert.True(merged.ModeFor(category, purposes, rules) <= policy.Table.ModeFor(category, purposes, rules), $"{category} for {string.Join(',', purposes)} by {string.Join(',', rules)}");
                }
            }
        }
    }

    private static void AssertNarrower(string name, PurposeEntry old, PurposeEntry now)
    {
        Assert.True(Strength(now.Basis) >= Strength(old.Basis), name);
        Assert.False(old.Decision && !now.Decision || old.Personalisation && !now.Personalisation || old.DirectMarketing && !now.DirectMarketing, name);
        Assert.True(Lasts(now.Retention) <= Lasts(old.Retention) && Lasts(now.MaxAge) <= Lasts(old.MaxAge) && Lasts(now.ConsentExpires) <= Lasts(old.ConsentExpires), name);
        Assert.True(old.ConsentFrom is null || string.CompareOrdinal(now.ConsentFrom, old.ConsentFrom) >= 0, name);
        Assert.True(old.Channels.Count == 0 || now.Channels.All(old.Channels.Contains), name);
        Assert.True(old.Article9 is not null || now.Article9 is null, name);
        Assert.True(QuietMinutes(old.QuietHours).IsSubsetOf(QuietMinutes(now.QuietHours)), name);
        if (old.Frequency is not null)
        {
            Assert.True(Most(now.Frequency!, Period(old.Frequency)) <= Count(old.Frequency), $"{name}: {now.Frequency} allows more than {old.Frequency}");
        }
    }

    /// <summary>What a closed purpose is held to by those above it, open ones too: how old data may be, when and how people are reached, and on what terms a grant above counts.</summary>
    private static void AssertTermsHold(string purpose, PolicyTable below, PolicyTable merged)
    {
        static IEnumerable<PurposeEntry> Line(PolicyTable table, string purpose) => Above(purpose).Where(table.HasPurpose).Select(name => table.Document.Purposes[name]);
        static decimal Shortest(PolicyTable table, string purpose, Func<PurposeEntry, string?> term) => Line(table, purpose).Min(entry => Lasts(term(entry)));
        static string Latest(PolicyTable table, string purpose) => Line(table, purpose).Select(static entry => entry.ConsentFrom ?? "").Max(StringComparer.Ordinal)!;
        Assert.True(Shortest(merged, purpose, static p => p.MaxAge) <= Shortest(below, purpose, static p => p.MaxAge), $"data for {purpose} may be older");
        Assert.True(Shortest(merged, purpose, static p => p.ConsentExpires) <= Shortest(below, purpose, static p => p.ConsentExpires), $"consent to {purpose} lasts longer");
        Assert.True(string.CompareOrdinal(Latest(merged, purpose), Latest(below, purpose)) >= 0, $"older consent to {purpose} counts");
        Assert.True(Line(below, purpose).SelectMany(static p => QuietMinutes(p.QuietHours)).ToHashSet().IsSubsetOf(Line(merged, purpose).SelectMany(static p => QuietMinutes(p.QuietHours)).ToHashSet()), $"{purpose} is less quiet");
        Assert.All(Line(below, purpose).Select(static p => p.Channels).Where(static c => c.Count > 0), few => Assert.Contains(Line(merged, purpose), p => p.Channels.Count > 0 && p.Channels.All(few.Contains)));
        Assert.All(Line(below, purpose).Select(static p => p.Frequency).OfType<string>(), few => Assert.Contains(Line(merged, purpose), p => p.Frequency is not null && Most(p.Frequency, Period(few)) <= Count(few)));
    }

    // The most exact entry is what holds; where several are equally exact, the overlay may not have added one that keeps more.
    private static void AssertErasedAsMuch(string category, PolicyDocument below, PolicyDocument merged)
    {
        static List<ErasureEntry> Nearest(PolicyDocument document, string category) =>
            Above(category).Select(name => document.Erasure.Where(e => e.Categories.Contains(name)).ToList()).FirstOrDefault(e => e.Count > 0) ?? [];
        static (ErasureAction, decimal) Kept(ErasureEntry e) => (e.Action, e.Action == ErasureAction.Retain ? Lasts(e.Until) : 0);
        var old = Nearest(below, category);
        Assert.True(old.Count == 0 || Nearest(merged, category).Max(Kept).CompareTo(old.Max(Kept)) <= 0, $"{category} is kept longer");
    }

    private static int Strength(LawfulBasis basis) => basis == LawfulBasis.Consent ? 3 : basis is LawfulBasis.LegitimateInterests or LawfulBasis.PublicTask ? 2 : basis == LawfulBasis.LegalObligation ? 0 : 1;

    // In the mean: what is shorter from each day is so.
    private static decimal Lasts(string? duration) => duration is not null && PolicyDuration.TryParse(duration, out var d) ? d.Months * 30.436875m * 86400 + d.Days * 86400m + d.Seconds : decimal.MaxValue;

    private static int Count(string frequency) => int.Parse(frequency.Split('/')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Period(string frequency) => Lasts(frequency.Split('/')[1]);

    // The most contacts in a window of that length: each begun period may be full.
    private static decimal Most(string frequency, decimal window) => Count(frequency) * Math.Max(1, Math.Ceiling(window / Period(frequency)));

    private static HashSet<int> QuietMinutes(string? hours)
    {
        var quiet = new HashSet<int>();
        if (hours is not null)
        {
            var (start, end) = (TimeOnly.Parse(hours[..5], System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(hours[6..], System.Globalization.CultureInfo.InvariantCulture));
            for (var t = start; t != end; t = t.AddMinutes(1))
            {
                quiet.Add(t.Hour * 60 + t.Minute);
            }
        }

        return quiet;
    }

    private static bool IsOpen(PolicyTable table, string category) => Above(category).Any(c => table.Document.Categories.TryGetValue(c, out var entry) && entry.Open);

    private static IEnumerable<string> Above(string name)
    {
        var parts = name.Split('.');
        return Enumerable.Range(0, parts.Length).Select(i => string.Join('.', parts[..^i]));
    }
}
