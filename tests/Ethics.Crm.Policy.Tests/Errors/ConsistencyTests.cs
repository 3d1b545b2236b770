namespace Ethics.Crm.Policy.Tests.Errors;

public sealed class ConsistencyTests
{
    [Theory]
    [InlineData("special")]
    [InlineData("protected")]
    [InlineData("inConfidence")]
    [InlineData("sensitive")]
    public void FlagTakenBack_IsAContradiction(string flag)
    {
        Sample.AssertError(Sample.Error(Sample.Policy(categories: $"\"a\": {{ \"{flag}\": true }}, \"a.b.c\": {{ \"{flag}\": false }}")), "ECRM1003", $"$.categories['a.b.c'].{flag}");
        Sample.Table(Sample.Policy(categories: $"\"a\": {{ \"{flag}\": true }}, \"a.b.c\": {{ \"{flag}\": true }}, \"ab\": {{ \"{flag}\": false }}"));
    }

    [Theory]
    [InlineData("\"retention\": \"P0D\"")]
    [InlineData("\"maxAge\": \"PT0S\"")]
    [InlineData("\"consentExpires\": \"P0Y0M\"")]
    [InlineData("\"quietHours\": \"08:00/08:00\"")]
    [InlineData("\"frequency\": \"0/P7D\"")]
    [InlineData("\"frequency\": \"3/P0D\"")]
    public void ValueWithoutEffect_IsAContradiction(string key) =>
        Assert.Equal("ECRM1003", Sample.Error(Sample.Policy(categories: "", purposes: $"\"support\": {{ \"basis\": \"consent\", {key} }}")).Id);

    [Theory]
    [InlineData("\"rules\": [ { \"deny\": { \"categories\": [], \"purposes\": [\"support\"] } } ]", "$.rules[0].deny.categories")]
    [InlineData("\"rules\": [ { \"deny\": { \"categories\": [\"health\"], \"purposes\": [] } } ]", "$.rules[0].deny.purposes")]
    [InlineData("\"erasure\": [ { \"categories\": [], \"action\": \"retain\" } ]", "$.erasure[0].categories")]
    [InlineData("\"erasure\": [ { \"action\": \"retain\" } ]", "$.erasure[0]")]
    [InlineData("\"fields\": { \"A.B\": {} }", "$.fields['A.B']")]
    [InlineData("\"attributes\": { \"A.B\": {} }", "$.attributes['A.B']")]
    [InlineData("\"code\": { \"A.B\": [] }", "$.code['A.B']")]
    [InlineData("\"code\": { \"A.B\": { \"only\": false } }", "$.code['A.B']")]
    [InlineData("\"sinks\": [ { \"method\": \"A.B\" } ]", "$.sinks[0]")]
    [InlineData("\"compatible\": [ { \"from\": \"support\", \"to\": \"support\" } ]", "$.compatible[0].to")]
    [InlineData("\"compatible\": [ { \"from\": \"marketing\", \"to\": \"support\" } ]", "$.compatible[0].from")]
    public void EntryWithoutEffect_IsAContradiction(string more, string path) => Sample.AssertError(Sample.Error(Sample.Policy(more)), "ECRM1003", path);

    [Theory]
    [InlineData("\"compatible\": [ { \"from\": \"support\", \"to\": \"marketing\" } ]")]
    [InlineData("\"code\": { \"A.B\": { \"purposes\": [], \"only\": true }, \"A.C\": null }")]
    [InlineData("\"fields\": { \"A.B\": { \"collectedFor\": [] }, \"A.C\": null }")]
    public void NearestEntryWithEffect_IsRead(string more) => Sample.Table(Sample.Policy(more));

    [Fact]
    public void ConsentKeysWithoutConsent_AreAContradiction() =>
        Sample.AssertError(Sample.Error(Sample.Policy(categories: "", purposes: "\"support\": { \"basis\": \"contract\", \"consentFrom\": \"1\" }")), "ECRM1003", "$.purposes.support.consentFrom");

    [Fact]
    public void DefaultOutsideTheCeiling_IsAContradiction()
    {
        Sample.AssertError(Sample.Error(Sample.Policy(categories: "\"a\": { \"only\": [\"billing\"] }, \"a.b\": { \"collectedFor\": [\"support\"] }")), "ECRM1003", "$.categories['a.b'].collectedFor[0]");
        Sample.Table(Sample.Policy(categories: "\"a\": { \"only\": [\"marketing.email\"] }, \"a.b\": { \"collectedFor\": [\"marketing\"] }"));
    }

    [Theory]
    [InlineData("US", null, false)]
    [InlineData("US", "DPF", true)]
    [InlineData("DE", null, true)]
    [InlineData("NO", null, true)]
    [InlineData("GB", null, true)]
    [InlineData("CH", null, false)]
    public void TransferNeedsFreeCountryOrSafeguard(string country, string? safeguard, bool fine)
    {
        var more = $"\"transfers\": {{ \"free\": [\"EEA\", \"GB\"] }}, \"recipients\": {{ \"m\": {{ \"country\": \"{country}\"{(safeguard is null ? "" : $", \"safeguard\": \"{safeguard}\"")} }} }}";
        if (fine)
        {
            Sample.Table(Sample.Policy(more));
        }
        else
        {
            Sample.AssertError(Sample.Error(Sample.Policy(more)), "ECRM1003", "$.recipients.m.country");
        }
    }

    [Fact]
    public void WithoutTransfers_CountriesAreFree() => Sample.Table(Sample.Policy("\"recipients\": { \"m\": { \"country\": \"US\" } }"));

    [Fact]
    public void TwoRulesOfOneId_AreAContradiction()
    {
        const string Rule = "{ \"id\": \"r\", \"deny\": { \"categories\": [\"health\"], \"purposes\": [\"support\"] } }";

        Sample.AssertError(Sample.Error(Sample.Policy($"\"rules\": [ {Rule}, {Rule} ]")), "ECRM1003", "$.rules[1].id");
        Sample.Table(Sample.Policy($"\"rules\": [ {Rule}, {Rule.Replace("\"r\"", "\"s\"")} ]"));
    }

    [Fact]
    public void TwoErasuresOfOneCategory_AreAContradiction() =>
        Sample.AssertError(
            Sample.Error(Sample.Policy("\"erasure\": [ { \"categories\": [\"health\"], \"action\": \"erase\" }, { \"categories\": [\"health\"], \"action\": \"retain\" } ]")),
            "ECRM1003", "$.erasure[1].categories[0]");
}
