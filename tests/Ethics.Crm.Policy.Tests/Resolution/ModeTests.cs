namespace Ethics.Crm.Policy.Tests.Resolution;

public sealed class ModeTests
{
    private const string Rule = "\"rules\": [ { \"id\": \"r\", \"deny\": { \"categories\": [\"health\"], \"purposes\": [\"support\"] } } ], ";

    private readonly PolicyTable _table = Sample.Table(Sample.Policy(
        Rule + "\"enforcement\": { \"default\": \"audit\", \"purposes\": { \"marketing\": \"redact\", \"billing\": \"audit\" }, \"categories\": { \"contact\": \"redact\" }, \"rules\": { \"r\": \"enforce\" } }"));

    [Theory]
    [InlineData(null, "support", null, EnforcementMode.Audit)]
    [InlineData(null, "", null, EnforcementMode.Audit)]
    [InlineData("contact.email", "", null, EnforcementMode.Redact)]
    [InlineData("contact.email", "billing", null, EnforcementMode.Redact)]
    [InlineData("health", "billing", null, EnforcementMode.Audit)]
    [InlineData("health", "marketing.email", null, EnforcementMode.Redact)]
    [InlineData("health", "billing,marketing", null, EnforcementMode.Redact)]
    [InlineData("health", "billing", "r", EnforcementMode.Enforce)]
    public void StrictestMatch_Counts(string? category, string purposes, string? rule, EnforcementMode expected) =>
        Assert.Equal(expected, _table.ModeFor(category, purposes.Split(',', StringSplitOptions.RemoveEmptyEntries), rule is null ? [] : [rule]));

    [Fact]
    public void AbsentDefault_IsEnforce() => Assert.Equal(EnforcementMode.Enforce, Sample.Table(Sample.Policy()).ModeFor("health", ["support"], []));

    [Fact]
    public void LenientPurpose_DoesNotSoftenTheDefaultOfAnother() =>
        Assert.Equal(EnforcementMode.Enforce, Sample.Table(Sample.Policy("\"enforcement\": { \"purposes\": { \"marketing\": \"audit\" } }")).ModeFor(null, ["marketing", "support"], []));
}
