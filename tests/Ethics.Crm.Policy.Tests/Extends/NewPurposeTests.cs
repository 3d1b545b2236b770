namespace Ethics.Crm.Policy.Tests.Extends;

/// <summary>What a purpose gets that only an overlay declares: nothing of the base's data that it was not held to.</summary>
public sealed class NewPurposeTests
{
    private const string Purposes = "\"marketing.email\": { \"basis\": \"consent\" }, \"support\": { \"basis\": \"contract\" }, \"billing.invoice\": { \"basis\": \"contract\" }";

    private static PolicySource Base(string more, string categories) => new("base.json", Sample.Policy(more.Length == 0 ? null : more, categories, Purposes));

    private static string Overlay(string purposes, string? more = null) => $"{{ \"version\": 1, \"extends\": [\"base.json\"], {more}\"purposes\": {{ {purposes} }} }}";

    /// <summary>The base declares only <c>marketing.email</c>, and collects for all of <c>marketing</c>.</summary>
    [Theory]
    [InlineData("", "\"c\": { \"collectedFor\": [\"marketing\"] }")]
    [InlineData("\"fields\": { \"N.A\": { \"category\": \"c\", \"collectedFor\": [\"marketing\"] } }", "\"c\": {}")]
    [InlineData("\"attributes\": { \"Lib.A\": { \"collectedFor\": [\"support\", \"marketing\"] } }", "\"c\": {}")]
    [InlineData("", "\"c\": { \"only\": [\"marketing\"] }")]
    [InlineData("\"recipients\": { \"m\": { \"for\": [\"marketing\"], \"categories\": [\"c\"] } }", "\"c\": {}")]
    public void NewPurpose_InABranchThatTheBaseCollectsFor_Widens(string more, string categories)
    {
        foreach (var name in new[] { "marketing.profile", "marketing.email-too", "marketing" })
        {
            var error = Sample.Error(Overlay($"\"{name}\": {{ \"basis\": \"contract\" }}"), Base(more, categories));

            Sample.AssertError(error, "ECRM1003", name.Contains('.', StringComparison.Ordinal) ? $"$.purposes['{name}']" : "$.purposes.marketing");
            Assert.Contains("an overlay can only narrow", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"c\": { \"collectedFor\": [\"marketing\"] }", "\"marketing.email.weekly\": { \"basis\": \"consent\" }")]
    [InlineData("\"c\": { \"collectedFor\": [\"marketing\"] }", "\"marketingx\": { \"basis\": \"contract\" }, \"billing.reminder\": { \"basis\": \"contract\" }")]
    [InlineData("\"c\": { \"collectedFor\": [\"marketing.email\"] }", "\"marketing.profile\": { \"basis\": \"contract\" }")]
    [InlineData("\"c\": { \"open\": true, \"collectedFor\": [\"marketing\"] }", "\"marketing.profile\": { \"basis\": \"contract\" }")]
    [InlineData("\"c\": { \"open\": true, \"only\": [\"marketing\"] }", "\"marketing.profile\": { \"basis\": \"contract\" }")]
    public void NewPurpose_ElsewhereOrHeldByItsParent_IsWelcome(string categories, string purposes) => Sample.Table(Overlay(purposes), Base("", categories));

    /// <summary>What the branch may have, the purpose above the branch may not: to be held to that one is not enough.</summary>
    [Fact]
    public void NewPurpose_BetweenTheBranchAndADeclaredPurposeAboveIt_Widens()
    {
        var below = new PolicySource("base.json", Sample.Policy(null, "\"c\": { \"collectedFor\": [\"a.x\"] }", "\"a\": { \"basis\": \"consent\" }, \"a.x.y\": { \"basis\": \"contract\" }"));

        Sample.AssertError(Sample.Error(Overlay("\"a.x\": { \"basis\": \"consent\" }"), below), "ECRM1003", "$.purposes['a.x']");
        Sample.AssertError(Sample.Error(Overlay("\"a.x.z\": { \"basis\": \"consent\" }"), below), "ECRM1003", "$.purposes['a.x.z']");
        Sample.Table(Overlay("\"a.z\": { \"basis\": \"consent\" }, \"a.x.y.z\": { \"basis\": \"contract\" }"), below);
    }

    /// <summary>A base may leave all purposes to its overlays: nothing of it can be widened by declaring them.</summary>
    [Fact]
    public void BaseThatDeclaresNothingOfTheBranch_LeavesItToTheOverlay() =>
        Sample.Table(Overlay("\"care.home\": { \"basis\": \"contract\" }"), Base("", "\"c\": { \"collectedFor\": [\"care\"] }"));

    [Fact]
    public void IndependentBases_MaySplitListsAndPurposes()
    {
        var second = new PolicySource("second.json", "{ \"version\": 1, \"categories\": {}, \"purposes\": { \"marketing.post\": { \"basis\": \"consent\" } } }");

        Sample.Table("{ \"version\": 1, \"extends\": [\"base.json\", \"second.json\"] }", Base("", "\"c\": { \"collectedFor\": [\"marketing\"] }"), second);
    }
}
