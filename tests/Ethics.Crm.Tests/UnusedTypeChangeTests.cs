using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests;

/// <summary>A changed policy is compared also for types that nothing has used yet: by what its entries, categories and purposes say, not by members.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class UnusedTypeChangeTests
{
    private const string CategoryOnly = "{ \"category\": \"contact.age\" }";
    private const string Support = "{ \"category\": \"contact.age\", \"collectedFor\": [\"support\"] }";
    private const string Both = "{ \"category\": \"contact.age\", \"collectedFor\": [\"support\", \"billing\"] }";

    public static TheoryData<string, string, string> Openings => new()
    {
        { Fields("\"Acme.**.Phone*\": " + Support), Fields("\"Acme.**.Phone*\": " + Both), "'Acme.**.Phone*' becomes permitted for billing" },
        { Fields("\"Acme.Bags.Get(key: \\\"Phone\\\")\": " + Support), Fields("\"Acme.Bags.Get(key: \\\"Phone\\\")\": " + Both), "'Acme.Bags.Get(key: \"Phone\")' becomes permitted for billing" },
        { Fields("\"Acme.Api.Import#row\": " + Support), Fields("\"Acme.Api.Import#row\": " + Both), "'Acme.Api.Import#row' becomes permitted for billing" },
        { Attributes(Support), Attributes(Both), "'[Acme.PersonalAttribute]' becomes permitted for billing" },
        // Named by one pattern before and by another after.
        { Fields("\"Acme.**\": " + Both + ", \"Acme.Sales.**\": " + Support), Fields("\"Acme.**\": " + Both), "'Acme.Sales.**' becomes permitted for billing" },
        { Fields("\"Acme.**\": " + Support), Fields("\"Acme.**\": " + Support + ", \"Acme.Sales.**\": " + Both), "'Acme.Sales.**' becomes permitted for billing" },
        { Fields("\"Acme.**\": " + Support), Fields("\"Acme.**\": " + Support + ", \"Acme.Sales.Phone\": " + Both), "'Acme.Sales.Phone' becomes permitted for billing" },
        // No label, no ceiling of its category: where code says the purposes, they count.
        { Fields("\"Acme.**\": " + CategoryOnly), "\"x-none\": 1", "'Acme.**' becomes permitted for fraud, where the code gives the other half of the label" },
        { Fields("\"Acme.**\": " + CategoryOnly), Fields("\"Acme.**\": " + CategoryOnly + ", \"Acme.Sales.**\": null"), "'Acme.Sales.**' is no longer labelled, so that what the build permitted counts again" },
        { Fields("\"Acme.**\": " + CategoryOnly), Fields("\"Acme.**\": { \"category\": \"content.note\" }"), "'Acme.**' becomes permitted for fraud, where the code gives the other half of the label" },
        { Fields("\"Acme.**\": { \"collectedFor\": [\"support\"] }"), Fields("\"Acme.**\": { \"collectedFor\": [\"billing\"] }"), "'Acme.**' becomes permitted for billing" },
        // Nothing but the policy's own words changed.
        { "\"x-none\": 1", "\"rules\": []", "'contact.age' becomes permitted for fraud, where the code says that it was collected for it" },
        { "\"x-none\": 1", "\"compatible\": [ { \"from\": \"billing\", \"to\": \"support\", \"because\": \"Art. 6(4)\" } ]", "what was collected for 'billing' becomes permitted for support" },
    };

    public static TheoryData<string, string> Closings => new()
    {
        { Fields("\"Acme.**\": " + Both), Fields("\"Acme.**\": " + Both + ", \"Acme.Sales.**\": " + Support) },
        { Fields("\"Acme.**\": " + Both), Fields("\"Acme.**\": " + Both + ", \"Acme.Sales.Phone\": " + Support) },
        { Fields("\"Acme.**\": " + Both + ", \"Acme.S*.Phone\": " + Support), Fields("\"Acme.**\": " + Both + ", \"Acme.S*.Phone\": { \"category\": \"contact.age\", \"collectedFor\": [] }") },
        { Fields("\"Acme.**\": " + Both), Fields("\"Acme.**\": " + Support) },
        { Attributes(Both), Attributes(Support) },
        { "\"compatible\": [ { \"from\": \"billing\", \"to\": \"support\", \"because\": \"Art. 6(4)\" } ]", "\"x-none\": 1" },
    };

    [Theory, MemberData(nameof(Openings))]
    public void WhatOpensOnlyForTypesNotUsedYet_IsAWarningThatNamesIt(string before, string after, string sentence)
    {
        using var host = new TestHost(Policy(before));

        Assert.True(host.Reload(Policy(after)));

        Assert.Contains(sentence, Assert.Single(host.Log.At(LogLevel.Warning)));
    }

    [Theory, MemberData(nameof(Openings))]
    public void WhatOpensOnlyForTypesNotUsedYet_WaitsForTheFilesOfOtherHosts(string before, string after, string sentence)
    {
        using var host = new TestHost(Policy(before));
        using var other = new TestHost(Policy(before));

        Assert.False(host.Reload(Policy(after)));

        Assert.Contains(sentence, Assert.Single(host.Log.At(LogLevel.Error)));
        Assert.True(other.Reload(Policy(after)));
    }

    [Theory, MemberData(nameof(Closings))]
    public void WhatOnlyCloses_IsTakenAtOnce_AndIsNoWarning(string before, string after)
    {
        using var host = new TestHost(Policy(before));
        using var other = new TestHost(Policy(before));

        Assert.True(host.Reload(Policy(after)));

        Assert.Empty(host.Log.At(LogLevel.Warning));
        Assert.DoesNotContain("It closes: nothing", Assert.Single(host.Log.At(LogLevel.Information)));
    }

    public static TheoryData<string, string> PartsOfCategories => new()
    {
        { "{ \"only\": [\"billing\"] }", "'contact.card' becomes permitted for" },
        { "{ \"special\": true }", "'contact.card' becomes permitted for" },
        { "{ \"collectedFor\": [] }", "'contact.card' becomes permitted for" },
    };

    /// <summary>What code labels with the part has the answers of the whole from then on.</summary>
    [Theory, MemberData(nameof(PartsOfCategories))]
    public void PartOfACategoryThatIsTakenOut_IsAnOpening(string part, string sentence)
    {
        var (before, after) = (Categories("\"contact.card\": " + part), Categories("\"x-none\": 1"));
        using var host = new TestHost(before);
        using (var other = new TestHost(before))
        {
            Assert.False(host.Reload(after));
            Assert.Contains(sentence, Assert.Single(host.Log.At(LogLevel.Error)));
        }
    }

    /// <summary>The other way round nothing opens.</summary>
    [Theory, MemberData(nameof(PartsOfCategories))]
    public void PartOfACategoryThatIsAdded_Closes(string part, string sentence)
    {
        _ = sentence;
        var (before, after) = (Categories("\"x-none\": 1"), Categories("\"contact.card\": " + part));
        using var host = new TestHost(before);
        using var other = new TestHost(before);

        Assert.True(host.Reload(after));
        Assert.Empty(host.Log.At(LogLevel.Warning));
    }

    [Fact]
    public void NewPurpose_OpensWhatCodeWasWrittenFor()
    {
        using var host = new TestHost(TestHost.Policy.Replace("\"billing\":         { \"basis\": \"contract\" }", "\"shipping\": { \"basis\": \"contract\" }"));

        Assert.True(host.Reload(TestHost.Policy));

        Assert.Contains("'billing' becomes a purpose", Assert.Single(host.Log.At(LogLevel.Warning)));
        Assert.Contains("'shipping' is no longer a purpose", host.Log.At(LogLevel.Warning)[0]);
    }

    private static string Categories(string part) => TestHost.Policy.Replace("\"categories\": {", "\"categories\": { \"contact\": { \"collectedFor\": [\"support\"] }, " + part + ",");

    private static string Fields(string entries) => $$"""  "fields": { {{entries}} } """;

    private static string Attributes(string entry) => $$"""  "attributes": { "Acme.PersonalAttribute": {{entry}} } """;

    private static string Policy(string section) =>
        TestHost.With(section.Contains("\"rules\"") ? section : section + """, "rules": [ { "id": "no-age", "deny": { "categories": ["contact.age"], "purposes": ["fraud"] } } ]""");
}
