using Ethics.Crm.TestKit;

namespace Ethics.Crm.Policy.Tests.Laws;

[Laws(Arbitrary = [typeof(PolicyGen)], Tests = 300)]
public sealed class ResolutionLaws
{
    /// <summary>Written anew from the contract, part by part, on split names.</summary>
    [Law]
    public void Permitted_OnlyByLabelCategoryOrOneCompatibleStep(GoodPolicy policy, AnyLabel label)
    {
        var document = policy.Table.Document;
        var given = label.CollectedFor ?? Above(document, label.Category).Select(c => c.CollectedFor).FirstOrDefault(c => c is not null) ?? [];
        foreach (var purpose in policy.Table.PermittedPurposes(label.Label))
        {
            Assert.Contains(purpose, document.Purposes.Keys);
            Assert.True(
                given.Any(g => Within(purpose, g))
                || document.Compatible.Any(c => Within(purpose, c.To) && given.Any(g => Within(c.From, g) && !Between(document, g, c.From).Any(p => p.Basis == LawfulBasis.Consent))));
        }
    }

    /// <summary>Consent is for what was consented to: whatever is collected for consent-based purposes alone gets no further purpose.</summary>
    [Law]
    public void Compatible_NeverStartsFromConsent(GoodPolicy policy, AnyLabel label)
    {
        var document = policy.Table.Document;
        var consented = document.Purposes.Where(p => p.Value.Basis == LawfulBasis.Consent).Select(p => p.Key).ToArray();
        var permitted = policy.Table.PermittedPurposes(new(label.Category, consented));

        Assert.All(permitted, purpose => Assert.Contains(consented, c => Within(purpose, c)));
    }

    /// <summary>The whole of the contract, in the other direction too: what nothing speaks against is permitted.</summary>
    [Law]
    public void WhatNothingSpeaksAgainst_IsPermitted(GoodPolicy policy, AnyLabel label)
    {
        var document = policy.Table.Document;
        var above = Above(document, label.Category).ToList();
        var given = label.CollectedFor ?? above.Select(c => c.CollectedFor).FirstOrDefault(c => c is not null) ?? [];
        foreach (var (purpose, entry) in document.Purposes)
        {
            var fine = (label.Category is null || above.Count > 0)
                && given.Any(g => Within(purpose, g))
                && above.All(c => c.Only is null || c.Only.Any(o => Within(purpose, o)))
                && document.Rules.Count == 0
                && !above.Any(c => c.Special == true) && !above.Any(c => c.Protected == true) && !above.Any(c => c.InConfidence == true);
            Assert.True(!fine || policy.Table.Judge(label.Label, purpose).IsPermitted, purpose);
        }
    }

    [Law]
    public void Ceilings_HoldAgainstEveryLabel(GoodPolicy policy, AnyLabel label)
    {
        var ceilings = Above(policy.Table.Document, label.Category).Where(c => c.Only is not null).ToList();
        Assert.All(policy.Table.PermittedPurposes(label.Label), purpose => Assert.All(ceilings, c => Assert.Contains(c.Only!, o => Within(purpose, o))));
    }

    [Law]
    public void RulesFlagsAndGrounds_HoldAgainstEveryLabel(GoodPolicy policy, AnyLabel label)
    {
        var document = policy.Table.Document;
        var above = Above(document, label.Category).ToList();
        foreach (var purpose in policy.Table.PermittedPurposes(label.Label))
        {
            var entry = document.Purposes[purpose];
            Assert.DoesNotContain(document.Rules, r => r.DenyPurposes.Any(p => Within(purpose, p)) && label.Category is not null && r.DenyCategories.Any(c => Within(label.Category, c)));
            Assert.False(above.Any(c => c.Special == true) && entry.Basis != LawfulBasis.Consent && entry.Article9 is null);
            Assert.False(above.Any(c => c.Protected == true) && entry.Decision);
            Assert.False(above.Any(c => c.InConfidence == true) && entry.Personalisation);
        }
    }

    [Law]
    public void RulesOnOrigins_ReachWhatIsDerived(GoodPolicy policy, AnyLabel label)
    {
        var document = policy.Table.Document;
        foreach (var origin in Above(document, label.Category).SelectMany(c => c.DerivedFrom))
        {
            var denied = document.Rules.Where(r => r.DenyCategories.Any(c => Within(origin, c))).SelectMany(r => r.DenyPurposes).ToList();
            Assert.All(policy.Table.PermittedPurposes(label.Label), purpose => Assert.DoesNotContain(denied, p => Within(purpose, p)));
        }
    }

    /// <summary>No chain: all compatible entries together permit what each alone permits, and nothing more.</summary>
    [Law]
    public void Compatible_DoesNotChain(GoodPolicy policy, AnyLabel label)
    {
        var document = policy.Table.Document;
        var alone = document.Compatible.Select(c => (CompatibleEntry[])[c]).Append([])
            .SelectMany(c => new PolicyTable(document with { Compatible = c }).PermittedPurposes(label.Label));

        Assert.Equal(alone.Distinct().Order(StringComparer.Ordinal), policy.Table.PermittedPurposes(label.Label));
    }

    [Law]
    public void Judge_IsTheFirstObjection(GoodPolicy policy, AnyLabel label)
    {
        foreach (var purpose in policy.Table.Purposes.Append("unknown"))
        {
            var objections = policy.Table.Objections(label.Label, purpose);
            Assert.Equal(objections.Count == 0 ? VerdictKind.Permitted : objections[0].Kind, policy.Table.Judge(label.Label, purpose).Kind);
            Assert.Equal(objections.Select(o => o.Kind).Order(), objections.Select(o => o.Kind));
        }
    }

    /// <summary>Fewer purposes in a label never permit more.</summary>
    [Law]
    public void NarrowerLabel_PermitsNoMore(GoodPolicy policy, AnyLabel label)
    {
        var all = policy.Table.PermittedPurposes(label.Label);
        foreach (var purpose in policy.Table.CollectedFor(label.Label))
        {
            Assert.Subset(all.ToHashSet(), policy.Table.PermittedPurposes(new(label.Category, [purpose])).ToHashSet());
        }
    }

    private static IEnumerable<CategoryEntry> Above(PolicyDocument document, string? name)
    {
        var parts = name?.Split('.') ?? [];
        for (var length = parts.Length; length > 0; length--)
        {
            if (document.Categories.TryGetValue(string.Join('.', parts[..length]), out var entry))
            {
                yield return entry;
            }
        }
    }

    private static IEnumerable<PurposeEntry> Between(PolicyDocument document, string broad, string name) =>
        document.Purposes.Where(p => Within(p.Key, broad) && Within(name, p.Key)).Select(p => p.Value);

    private static bool Within(string name, string broad) => name.Split('.').Take(broad.Split('.').Length).SequenceEqual(broad.Split('.'));
}
