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

    /// <summary>"Attributes in code win over fields … part by part", and what foreign attributes stand for comes last, the first that says something.</summary>
    [Law]
    public void Label_IsThatOfTheContract(GoodPolicy policy, AnyLabel code)
    {
        foreach (var member in PolicyNames.Members)
        {
            var field = policy.Table.ResolveLabel(new(member, null, null, []));
            foreach (var attributes in new string[][] { [], ["Lib.A"], ["Lib.B", "Lib.A"], ["Other.C", "Lib.B"] })
            {
                var foreign = attributes.Select(policy.Table.FindAttribute).ToList();
                var category = code.Category ?? field?.Category ?? foreign.Select(f => f?.Category).FirstOrDefault(c => c is not null);
                var collectedFor = code.CollectedFor ?? field?.CollectedFor ?? foreign.Select(f => f?.CollectedFor).FirstOrDefault(c => c is not null);

                Assert.Equal(category is null && collectedFor is null ? null : new DataLabel(category, collectedFor), policy.Table.ResolveLabel(new(member, code.Category, code.CollectedFor, attributes)));
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
