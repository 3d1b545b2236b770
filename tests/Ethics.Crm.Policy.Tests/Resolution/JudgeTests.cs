namespace Ethics.Crm.Policy.Tests.Resolution;

public sealed class JudgeTests
{
    private static readonly PolicyTable Everything = Sample.Table(Sample.Everything);

    private static VerdictKind Judge(PolicyTable table, string? category, string[]? collectedFor, string purpose) => table.Judge(new(category, collectedFor), purpose).Kind;

    [Theory]
    [InlineData("contact.email", null, "support", VerdictKind.Permitted)]
    [InlineData("contact.email", null, "billing", VerdictKind.NotCollected)]
    [InlineData("contact.phone", null, "support", VerdictKind.NothingPermitted)]
    [InlineData("contact.phone", "support", "support", VerdictKind.Permitted)]
    [InlineData("contact.email", "billing", "support", VerdictKind.NotCollected)]
    [InlineData("contact.email", "billing", "billing", VerdictKind.Permitted)]
    [InlineData(null, "support", "support", VerdictKind.Permitted)]
    [InlineData(null, null, "support", VerdictKind.NothingPermitted)]
    [InlineData("contact.email", "support", "sport", VerdictKind.UnknownPurpose)]
    [InlineData("contact.email", "sport", "support", VerdictKind.NotCollected)]
    [InlineData("nothing.known", "support", "support", VerdictKind.NothingPermitted)]
    [InlineData("financial.card", "billing", "billing", VerdictKind.Permitted)]
    [InlineData("financial.card", "support", "support", VerdictKind.Ceiling)]
    [InlineData("financial.card.number", "support", "support", VerdictKind.Ceiling)]
    [InlineData("financial.invoice", "support", "support", VerdictKind.Permitted)]
    [InlineData("hardship", "marketing", "marketing", VerdictKind.Rule)]
    [InlineData("hardship", "support", "support", VerdictKind.Permitted)]
    [InlineData("health", "care", "care", VerdictKind.Permitted)]
    [InlineData("health", "marketing", "marketing", VerdictKind.Permitted)]
    [InlineData("health", "support", "support", VerdictKind.SpecialWithoutGround)]
    [InlineData("origin", "credit-offer", "credit-offer", VerdictKind.Protected)]
    [InlineData("origin", "support", "support", VerdictKind.Permitted)]
    [InlineData("postcode", "credit-offer", "credit-offer", VerdictKind.Permitted)]
    [InlineData("content.note", "marketing", "marketing", VerdictKind.InConfidence)]
    [InlineData("content.note", "support", "support", VerdictKind.Permitted)]
    [InlineData("financial.invoice", "billing", "fraud-prevention", VerdictKind.Permitted)]
    [InlineData("financial.invoice", "support", "fraud-prevention", VerdictKind.NotCollected)]
    [InlineData("financial.card", "billing", "fraud-prevention", VerdictKind.Ceiling)]
    [InlineData("hardship", "support", "marketing", VerdictKind.NotCollected)]
    public void Label_PermitsExactly(string? category, string? collectedFor, string purpose, VerdictKind expected) =>
        Assert.Equal(expected, Judge(Everything, category, collectedFor?.Split(','), purpose));

    [Fact]
    public void Rule_IsNamedAndHoldsEvenWithConsent()
    {
        var verdict = Everything.Judge(new("hardship", ["marketing"]), "marketing");

        Assert.Equal(("no-subprime", true), (verdict.Rule, verdict.EvenWithConsent));
        Assert.Contains("no-subprime", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void RuleWithoutId_IsNamedByItsPlace()
    {
        var table = Sample.Table(Sample.Policy("\"rules\": [ { \"deny\": { \"categories\": [\"health\"], \"purposes\": [\"fraud\"] } }, { \"deny\": { \"categories\": [\"contact\"], \"purposes\": [\"support\"] } } ]"));

        Assert.Equal("rules[1]", table.Judge(new("contact.email", null), "support").Rule);
    }

    [Fact]
    public void OfTwoRules_TheOneThatNoConsentLiftsIsNamed()
    {
        const string Deny = "\"deny\": { \"categories\": [\"contact\"], \"purposes\": [\"support\"] }";
        var table = Sample.Table(Sample.Policy($"\"rules\": [ {{ \"id\": \"a\", {Deny} }}, {{ \"id\": \"z\", \"evenWithConsent\": true, {Deny} }} ]"));

        Assert.Equal("z", table.Judge(new("contact.email", null), "support").Rule);
        Assert.Equal(["z", "a"], table.Objections(new("contact.email", null), "support").Select(o => o.Rule));
    }

    [Fact]
    public void Objections_HideNothingBehindTheFirst() =>
        Assert.Equal([VerdictKind.NotCollected, VerdictKind.Protected], Everything.Objections(new("origin", ["support"]), "credit-offer").Select(o => o.Kind));

    [Fact]
    public void BranchInCollectedFor_CountsForEverythingUnderIt()
    {
        var table = Sample.Table(Sample.Policy(purposes: "\"ads.mail\": { \"basis\": \"consent\" }, \"ads.sms\": { \"basis\": \"consent\" }, \"adsense\": { \"basis\": \"consent\" }", categories: "\"c\": {}"));

        Assert.Equal(["ads.mail", "ads.sms"], table.PermittedPurposes(new("c", ["ads"])));
        Assert.Equal(["ads.sms"], table.PermittedPurposes(new("c", ["ads.sms"])));
        Assert.Equal(VerdictKind.UnknownPurpose, Judge(table, "c", ["ads"], "ads"));
    }

    [Fact]
    public void NarrowPurpose_DoesNotServeTheBroadOne()
    {
        var table = Sample.Table(Sample.Policy());

        Assert.Equal(VerdictKind.Permitted, Judge(table, null, ["marketing"], "marketing.email"));
        Assert.Equal(VerdictKind.NotCollected, Judge(table, null, ["marketing.email"], "marketing"));
    }

    [Fact]
    public void Compatible_DoesNotChain()
    {
        var table = Sample.Table(Sample.Policy("\"compatible\": [ { \"from\": \"support\", \"to\": \"billing\" }, { \"from\": \"billing\", \"to\": \"fraud\" } ]"));

        Assert.Equal(["billing", "support"], table.PermittedPurposes(new("contact.email", null)));
        Assert.Equal(["billing", "fraud"], table.PermittedPurposes(new("contact.email", ["billing"])));
        // Builds judge purpose by purpose, without the list.
        Assert.Equal(VerdictKind.NotCollected, Judge(table, null, ["support"], "fraud"));
        Assert.Equal(VerdictKind.Permitted, Judge(table, null, ["billing"], "fraud"));
    }

    [Theory]
    [InlineData("consent", VerdictKind.NotCollected)]
    [InlineData("contract", VerdictKind.Permitted)]
    public void Compatible_DoesNotStartBeneathWhatDataWasConsentedTo(string basis, VerdictKind expected)
    {
        var table = Sample.Table(Sample.Policy(
            "\"compatible\": [ { \"from\": \"marketing.post\", \"to\": \"fraud\" } ]",
            purposes: $"\"marketing\": {{ \"basis\": \"{basis}\" }}, \"marketing.post\": {{ \"basis\": \"contract\" }}, \"fraud\": {{ \"basis\": \"contract\" }}",
            categories: "\"a\": {}"));

        Assert.Equal(expected, Judge(table, "a", ["marketing"], "fraud"));
        Assert.Equal(expected == VerdictKind.Permitted, table.PermittedPurposes(new("a", ["marketing"])).Contains("fraud"));
        Assert.Equal(VerdictKind.Permitted, Judge(table, "a", ["marketing.post"], "fraud"));
    }

    [Fact]
    public void RuleOnOrigin_ReachesWhatIsDerivedFromIt()
    {
        var table = Sample.Table(Sample.Policy(
            "\"rules\": [ { \"id\": \"r\", \"deny\": { \"categories\": [\"financial.card\"], \"purposes\": [\"marketing\"] } } ]",
            categories: "\"financial.card\": {}, \"financial.invoice\": {}, \"a\": { \"derivedFrom\": [\"financial\"] }, \"b\": { \"derivedFrom\": [\"a\"] }, \"b.c\": {}, \"d\": { \"derivedFrom\": [\"financial.invoice\"] }, \"financial.score\": { \"derivedFrom\": [\"financial\"] }"));

        foreach (var (category, denied) in new[] { ("financial.card", true), ("a", true), ("b", true), ("b.c", true), ("d", false), ("financial.invoice", false), ("financial.score", true) })
        {
            Assert.Equal(denied ? VerdictKind.Rule : VerdictKind.Permitted, Judge(table, category, ["marketing"], "marketing.email"));
        }
    }

    [Fact]
    public void Ceilings_AllAncestorsHold()
    {
        var table = Sample.Table(Sample.Policy(categories: "\"a\": { \"only\": [\"support\", \"billing\"] }, \"a.b\": { \"only\": [\"billing\", \"fraud\"] }"));

        Assert.Equal(["billing"], table.PermittedPurposes(new("a.b", ["support", "billing", "fraud", "marketing"])));
        Assert.Equal(["billing", "support"], table.PermittedPurposes(new("a", ["support", "billing", "fraud", "marketing"])));
    }

    [Fact]
    public void CollectedFor_IsWhatAPersonWouldSay()
    {
        Assert.Equal(["support"], Everything.CollectedFor(new("contact.email", null)));
        Assert.Equal(["marketing", "billing"], Everything.CollectedFor(new("contact.email", ["marketing", "billing"])));
        Assert.Empty(Everything.CollectedFor(new("contact.phone", null)));
        Assert.Empty(Everything.CollectedFor(new("contact.email", [])));
    }

    [Fact]
    public void EmptyCollectedFor_IsNotTheDefault() => Assert.Equal(VerdictKind.NothingPermitted, Judge(Everything, "contact.email", [], "support"));
}
