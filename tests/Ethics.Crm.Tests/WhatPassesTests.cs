using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests;

/// <summary>What is not permitted and is read all the same, because what stands against it lets it pass, is told when a policy changes; and what files below held and no longer do.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class WhatPassesTests
{
    private const string Trial = "{ \"id\": \"trial\", \"deny\": { \"categories\": [\"contact\"], \"purposes\": [\"billing\"] } }";
    private const string OnTrial = "\"enforcement\": { \"rules\": { \"trial\": \"audit\" } }";

    private static string Rules(string rules, string more = OnTrial) => $"\"rules\": [ {rules} ], {more}";

    private static string Field(string entry) => Rules(Trial) + $", \"fields\": {{ \"Acme.X.Y\": {entry} }}";

    public static TheoryData<string, string, string> Changes => new()
    {
        // The rule that refused is gone, and the one beside it is on trial.
        { Rules(Trial + ", { \"id\": \"firm\", \"deny\": { \"categories\": [\"contact.age\"], \"purposes\": [\"billing\"] } }"), Rules(Trial), "refusals of contact.age for billing are 'audit' instead of 'enforce'" },
        // The same rule by another name, whose mode is another.
        { Rules(Trial.Replace("trial", "firm"), "\"x-none\": 1"), Rules(Trial), "refusals of contact.age for billing are 'audit' instead of 'enforce'" },
        { Rules("{ \"id\": \"firm\", \"evenWithConsent\": true, \"deny\": { \"categories\": [\"contact\"], \"purposes\": [\"billing\"] } }", "\"enforcement\": { \"rules\": { \"firm\": \"audit\" } }"), Rules(Trial), "refusals of contact.age for billing are 'audit' instead of 'enforce'" },
        { Rules(Trial.Replace("trial", "firm"), "\"x-none\": 1"), Rules(Trial, OnTrial.Replace("audit", "redact")), "refusals of contact.age for billing are 'redact' instead of 'enforce'" },
        // What was not collected for it is refused, what a rule on trial denies is not.
        { Field("{ \"category\": \"contact.age\", \"collectedFor\": [\"support\"] }"), Field("{ \"category\": \"contact.age\", \"collectedFor\": [\"support\", \"billing\"] }"), "refusals of 'Acme.X.Y' for billing are 'audit' instead of 'enforce'" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void WhatIsLeftLetsItPass_IsAWarning_AndItsWayBackIsNone(string old, string now, string sentence)
    {
        using var host = new TestHost(TestHost.With(old));

        Assert.True(host.Reload(TestHost.With(now)));
        Assert.Contains(sentence, Assert.Single(host.Log.At(LogLevel.Warning)));
        host.Log.Clear();

        Assert.True(host.Reload(TestHost.With(old)));
        Assert.Empty(host.Log.At(LogLevel.Warning));
        Assert.Contains(sentence[..sentence.IndexOf('\'')], Assert.Single(host.Log.At(LogLevel.Information)));
        Assert.Contains("'enforce' instead of", Assert.Single(host.Log.At(LogLevel.Information)));
    }

    [Fact]
    public void DefaultThatARuleOnTrialDenies_IsAWarning()
    {
        using var host = new TestHost(TestHost.With(Rules(Trial)));

        Assert.True(host.Reload(TestHost.With(Rules(Trial)).Replace("\"contact.age\": {}", "\"contact.age\": { \"collectedFor\": [\"billing\", \"support\"] }")));
        Assert.Contains("refusals of contact.age for billing are 'audit' instead of 'enforce'", Assert.Single(host.Log.At(LogLevel.Warning)));
    }

    /// <summary>A further rule, and one that comes to be on trial where another one still refuses, open nothing.</summary>
    [Fact]
    public void WhatIsStillRefused_IsNone()
    {
        const string Firm = "{ \"id\": \"firm\", \"deny\": { \"categories\": [\"contact\"], \"purposes\": [\"billing\"] } }";
        const string Alone = "\"x-none\": 1";
        using var host = new TestHost(TestHost.With(Rules(Firm, Alone)));

        Assert.True(host.Reload(TestHost.With(Rules(Firm + ", " + Trial))));
        Assert.True(host.Reload(TestHost.With(Rules(Firm, Alone))));
        Assert.Empty(host.Log.At(LogLevel.Warning));
    }

    /// <summary>The texts of both entries are the same; but of one file neither is held to the other.</summary>
    [Fact]
    public void EntryThatMovesIntoTheFileBelow_IsAWarning_AndItsWayBackIsNone()
    {
        const string Attribute = "\"attributes\": { \"Acme.SecretAttribute\": { \"category\": \"content.note\", \"collectedFor\": [\"support\"] } }";
        const string Field = "\"fields\": { \"Acme.X.Y\": { \"category\": \"contact.age\", \"collectedFor\": [\"billing\"] } }";
        using var host = new TestHost("""{ "version": 1, "extends": ["base.json"], """ + Field + " }", start: false);
        host.Write("base.json", TestHost.With(Attribute));
        host.Services.UseEthicsCrm();

        host.Write("base.json", TestHost.With(Attribute + ", " + Field));
        Assert.True(host.Reload("""{ "version": 1, "extends": ["base.json"] }"""));
        Assert.Contains("Acme.X.Y no longer stands above what the policy says of the same members elsewhere", Assert.Single(host.Log.At(LogLevel.Warning)));
        host.Log.Clear();

        host.Write("base.json", TestHost.With(Attribute));
        Assert.True(host.Reload("""{ "version": 1, "extends": ["base.json"], """ + Field + " }"));
        Assert.Empty(host.Log.At(LogLevel.Warning));
        Assert.Contains("Acme.X.Y stands above", Assert.Single(host.Log.At(LogLevel.Information)));
    }

    /// <summary>Likewise what a base comes to leave open to its overlays.</summary>
    [Fact]
    public void EntryBelowThatComesToBeOpen_IsAWarning()
    {
        const string Overlay = """{ "version": 1, "extends": ["base.json"], "fields": { "Acme.X.Y": { "category": "contact.age", "collectedFor": ["billing"] } } }""";
        string Below(string open) => TestHost.With($"\"attributes\": {{ \"Acme.SecretAttribute\": {{ \"category\": \"content.note\", \"collectedFor\": [\"support\"]{open} }} }}");
        using var host = new TestHost(Overlay, start: false);
        host.Write("base.json", Below(""));
        host.Services.UseEthicsCrm();

        host.Write("base.json", Below(", \"open\": true"));
        Assert.True(host.Reload(Overlay));
        Assert.Contains("Acme.X.Y no longer stands above", Assert.Single(host.Log.At(LogLevel.Warning)));
        host.Log.Clear();

        host.Write("base.json", Below(""));
        Assert.True(host.Reload(Overlay));
        Assert.Empty(host.Log.At(LogLevel.Warning));
    }
}
