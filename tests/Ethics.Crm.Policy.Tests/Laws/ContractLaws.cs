using Ethics.Crm.TestKit;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>The decision table against the contract written a second time: both directions, for one file and for two.</summary>
[Laws(Arbitrary = [typeof(PolicyGen)], Tests = 300)]
public sealed class ContractLaws
{
    private static readonly string[][] RuleSets = [[], ["i"], ["j"], ["i", "j"], ["rules[0]"]];

    [Law]
    public void Judgement_IsThatOfTheContract(GoodPolicy policy, AnyLabel label) => AssertSame(policy.Table, label.Label);

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
