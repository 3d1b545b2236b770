namespace Ethics.Crm.Policy.Tests.Errors;

public sealed class StructureTests
{
    [Theory]
    [InlineData("\"recipents\": {}", "$.recipents", "recipients")]
    [InlineData("\"declassify\": \"polcy\"", "$.declassify", "policy")]
    [InlineData("\"enforcement\": { \"default\": \"audits\" }", "$.enforcement.default", "audit")]
    [InlineData("\"erasure\": [ { \"categories\": [\"health\"], \"action\": \"anonymize\" } ]", "$.erasure[0].action", "anonymise")]
    [InlineData("\"recipients\": { \"m\": { \"role\": \"proccessor\" } }", "$.recipients.m.role", "processor")]
    [InlineData("\"sinks\": [ { \"method\": \"A.B\", \"log\": true, \"disclosedTo\": \"x\" } ]", "$.sinks[0].disclosedTo", "disclosesTo")]
    [InlineData("\"rules\": [ { \"deny\": { \"categories\": [\"health\"], \"purposes\": [\"support\"] }, \"evenWithConsnt\": true } ]", "$.rules[0].evenWithConsnt", "evenWithConsent")]
    public void UnknownWord_IsReportedWithSuggestion(string more, string path, string suggestion)
    {
        var error = Sample.Error(Sample.Policy(more));

        Sample.AssertError(error, "ECRM1002", path);
        Assert.Equal(suggestion, error.Suggestion);
        Assert.NotNull(error.Expected);
    }

    [Fact]
    public void WordNearNothing_HasNoSuggestion() => Assert.Null(Sample.Error(Sample.Policy("\"zzzzzzzz\": 1")).Suggestion);

    [Theory]
    [InlineData("\"$schema\": 1, \"x-note\": { \"$a\": [] }")]
    [InlineData("\"rules\": [ { \"x-ticket\": 7, \"deny\": { \"categories\": [\"health\"], \"purposes\": [\"support\"], \"x-why\": 1 } } ]")]
    [InlineData("\"fields\": { \"x-note\": \"anything\", \"$note\": 1 }")]
    public void FreeKeys_AreFree(string more) => Sample.Table(Sample.Policy(more));

    [Theory]
    [InlineData("\"controller\": []", "$.controller")]
    [InlineData("\"controller\": { \"name\": 1 }", "$.controller.name")]
    [InlineData("\"controller\": { \"name\": \" \" }", "$.controller.name")]
    [InlineData("\"rules\": {}", "$.rules")]
    [InlineData("\"rules\": null", "$.rules")]
    [InlineData("\"rules\": [ 1 ]", "$.rules[0]")]
    [InlineData("\"rules\": [ {} ]", "$.rules[0]")]
    [InlineData("\"rules\": [ { \"deny\": { \"categories\": [\"health\"] } } ]", "$.rules[0].deny")]
    [InlineData("\"compatible\": [ { \"to\": \"fraud\" } ]", "$.compatible[0]")]
    [InlineData("\"sinks\": [ { \"log\": true } ]", "$.sinks[0]")]
    [InlineData("\"code\": { \"Acme.**\": \"support\" }", "$.code['Acme.**']")]
    [InlineData("\"recipients\": { \"m\": null }", "$.recipients.m")]
    [InlineData("\"recipients\": { \"m\": { \"country\": \"usa\" } }", "$.recipients.m.country")]
    [InlineData("\"transfers\": { \"free\": [\"eea\"] }", "$.transfers.free[0]")]
    [InlineData("\"notice\": { \"language\": \"english language\" }", "$.notice.language")]
    [InlineData("\"recipients\": { \"mail chimp\": {} }", "$.recipients['mail chimp']")]
    [InlineData("\"recipients\": { \"\": {} }", "$.recipients['']")]
    [InlineData("\"recipients\": { \"a..b\": {} }", "$.recipients['a..b']")]
    public void WrongTypeOrValue_IsUnreadable(string more, string path) => Sample.AssertError(Sample.Error(Sample.Policy(more)), "ECRM1001", path);

    [Theory]
    [InlineData("\"retention\": \"2 years\"")]
    [InlineData("\"retention\": \"P\"")]
    [InlineData("\"retention\": \"PT\"")]
    [InlineData("\"retention\": \"P1D1Y\"")]
    [InlineData("\"retention\": \"P-1D\"")]
    [InlineData("\"retention\": \"P1.5D\"")]
    [InlineData("\"retention\": \"P9999999999Y\"")]
    [InlineData("\"maxAge\": \"90\"")]
    [InlineData("\"quietHours\": \"21:00-08:00\"")]
    [InlineData("\"quietHours\": \"24:00/08:00\"")]
    [InlineData("\"quietHours\": \"21:60/08:00\"")]
    [InlineData("\"frequency\": \"P7D/3\"")]
    [InlineData("\"frequency\": \"3\"")]
    [InlineData("\"channels\": [\"e mail\"]")]
    [InlineData("\"consentFrom\": \"\"")]
    public void MalformedPurposeValue_IsUnreadable(string key)
    {
        var error = Sample.Error(Sample.Policy(purposes: $"\"support\": {{ \"basis\": \"consent\", {key} }}", categories: ""));

        Assert.Equal("ECRM1001", error.Id);
        Assert.NotNull(error.Expected);
    }

    [Theory]
    [InlineData("\"retention\": \"P2Y6M3W1DT1H2M3S\"")]
    [InlineData("\"retention\": \"PT24H\"")]
    [InlineData("\"maxAge\": \"P90D\"")]
    [InlineData("\"quietHours\": \"21:00/08:00\"")]
    [InlineData("\"frequency\": \"3/P7D\"")]
    public void WellFormedPurposeValue_IsRead(string key) => Sample.Table(Sample.Policy(purposes: $"\"support\": {{ \"basis\": \"consent\", {key} }}", categories: ""));

    [Theory]
    [InlineData("version")]
    [InlineData("categories")]
    [InlineData("purposes")]
    public void MissingRequiredKey_IsUnreadable(string key)
    {
        var keys = new Dictionary<string, string> { ["version"] = "1", ["categories"] = "{}", ["purposes"] = "{}" };
        keys.Remove(key);

        Sample.AssertError(Sample.Error("{" + string.Join(",", keys.Select(k => $"\"{k.Key}\": {k.Value}")) + "}"), "ECRM1001", "$");
    }

    [Fact]
    public void MissingBasis_IsUnreadable() =>
        Sample.AssertError(Sample.Error(Sample.Policy(purposes: "\"support\": { \"title\": \"Help\" }", categories: "")), "ECRM1001", "$.purposes.support");

    [Fact]
    public void DoubledKey_IsAContradictionAtItsSecondPlace()
    {
        var error = Sample.Error(Sample.Policy("\"rules\": [], \"rules\": []"));

        Sample.AssertError(error, "ECRM1003", "$.rules");
        Assert.Equal(16, error.Column);
    }

    [Fact]
    public void DoubledEntry_IsAContradiction() =>
        Sample.AssertError(Sample.Error(Sample.Policy("\"recipients\": { \"m\": {}, \"m\": {} }")), "ECRM1003", "$.recipients.m");
}
