using Ethics.Crm.TestKit;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>The decision table against the contract written a second time: both directions, for one file and for two.</summary>
[Laws(Arbitrary = [typeof(PolicyGen)], Tests = 300)]
public sealed class ContractLaws
{
    private static readonly string[][] RuleSets = [[], ["i"], ["j"], ["i", "j"], ["rules[0]"]];

    [Law]
    public void Judgement_IsThatOfTheContract(GoodPolicy policy, AnyLabel label)
    {
        AssertSame(policy.Table, label.Label);
        Assert.All(PolicyNames.Purposes, purpose => AssertSame(policy.Table, new(label.Category, [purpose])));
    }

    /// <summary>Two files decide together as one would, but for what the base withholds.</summary>
    [Law]
    public void JudgementOfTwoFiles_IsThatOfTheContract(Overlaid pair, AnyLabel label)
    {
        if (pair.Read().Table is { } merged)
        {
            AssertSame(merged, label.Label);
        }
    }

    [Law]
    public void Mode_IsThatOfTheContract(GoodPolicy policy, AnyLabel label)
    {
        var contract = new Contract(policy.Table.Document);
        string[][] scopes = [[], .. PolicyNames.Purposes.Select(p => (string[])[p]), ["a.x", "b"], ["c", "a", "unknown"]];
        foreach (var scope in scopes)
        {
            Assert.All(RuleSets, rules => Assert.Equal(contract.Mode(label.Category, scope, rules), policy.Table.ModeFor(label.Category, scope, rules)));
        }
    }

    /// <summary>"Attributes in code win over fields … part by part", and what foreign attributes stand for comes last: "where several apply they intersect".</summary>
    [Law]
    public void Label_IsThatOfTheContract(GoodPolicy policy, AnyLabel code)
    {
        foreach (var member in PolicyNames.Members)
        {
            var field = policy.Table.ResolveLabels(new(member, null, null, [])).SingleOrDefault();
            foreach (var attributes in new string[][] { [], ["Lib.A"], ["Lib.B", "Lib.A"], ["Other.C", "Lib.B"] })
            {
                var foreign = attributes.Select(policy.Table.FindAttribute).OfType<FieldEntry>().ToList();
                var (category, collectedFor) = (code.Category ?? field?.Category, code.CollectedFor ?? field?.CollectedFor);
                var labels = policy.Table.ResolveLabels(new(member, code.Category, code.CollectedFor, attributes));

                // Each category and each list of purposes that counts is on some label, and on none stands what does not count.
                var categories = category is not null ? [category] : foreign.Select(static f => f.Category).OfType<string>().ToHashSet();
                Assert.Equal(categories, labels.Select(static l => l.Category).OfType<string>().ToHashSet());
                Assert.All(labels, label => Assert.True(collectedFor is null || label.CollectedFor!.ToHashSet().SetEquals(collectedFor)));
                Assert.All(
                    foreign.Where(f => collectedFor is null && f.CollectedFor is not null && (category is not null || f.Category is null || categories.Contains(f.Category))),
                    f => Assert.Contains(labels, label => label.CollectedFor is { } list && list.ToHashSet().SetEquals(f.CollectedFor!) && label.Category == (category ?? f.Category ?? label.Category)));
                Assert.Equal(category is null && collectedFor is null && foreign.All(static f => f.Category is null && f.CollectedFor is null), labels.Count == 0);
                Assert.Equal(labels.ToHashSet(), policy.Table.ResolveLabels(new(member, code.Category, code.CollectedFor, [.. attributes.Reverse()])).ToHashSet());
            }
        }
    }

    private static void AssertSame(PolicyTable table, DataLabel label)
    {
        var contract = new Contract(table.Document);
        string[] purposes = [.. PolicyNames.Purposes, "unknown"];
        foreach (var purpose in purposes)
        {
            Assert.Equal(contract.Objections(label, purpose), table.Objections(label, purpose).Select(o => o.Kind));
        }

        Assert.Equal(purposes.Where(p => contract.Objections(label, p).Count == 0).Order(StringComparer.Ordinal), table.PermittedPurposes(label));
        Assert.Equal(contract.CollectedFor(label), table.CollectedFor(label));
    }
}
