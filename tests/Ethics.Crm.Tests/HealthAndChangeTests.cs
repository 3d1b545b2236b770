using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests;

/// <summary>What an operator sees of the policy: the health check, and what a changed policy opens and closes.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class HealthAndChangeTests
{
    [Fact]
    public async Task HealthCheck_IsRegisteredOnce_UnderItsName()
    {
        using var host = new TestHost(services: s => s.AddLogging().AddEthicsCrm());

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(HealthStatus.Healthy, Assert.Single(report.Entries, e => e.Key == "ethics-crm-policy").Value.Status);
    }

    [Fact]
    public async Task Health_FollowsTheLastReload()
    {
        using var host = new TestHost();
        Assert.Equal(HealthStatus.Healthy, (await host.HealthAsync()).Status);

        Assert.False(host.Reload("{ not a policy"));
        var degraded = await host.HealthAsync();
        Assert.Equal(HealthStatus.Degraded, degraded.Status);
        Assert.Contains(host.PolicyPath, degraded.Description);
        Assert.Contains("ECRM1001", degraded.Description);

        Assert.True(host.Reload(TestHost.Policy));
        Assert.Equal(HealthStatus.Healthy, (await host.HealthAsync()).Status);
    }

    [Fact]
    public async Task Health_WithoutPolicy_IsUnhealthy_AndSaysWhy()
    {
        using var host = new TestHost("{", start: false);
        Assert.Equal(HealthStatus.Unhealthy, (await host.HealthAsync()).Status);

        Assert.Throws<PolicyLoadException>(() => host.Services.UseEthicsCrm());

        var unhealthy = await host.HealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, unhealthy.Status);
        Assert.Contains(host.PolicyPath, unhealthy.Description);
    }

    public static TheoryData<string, string, string> Changes => new()
    {
        { "[\"support\", \"marketing\", \"analytics\", \"fraud\"]", "[\"support\", \"marketing\", \"analytics\", \"fraud\", \"billing\"]", "'contact.email' becomes permitted for billing" },
        { "\"contact.age\": {}", "\"contact.age\": { \"collectedFor\": [\"billing\"] }", "'contact.age' becomes permitted for billing" },
        { "\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"legitimate-interests\" }", "'marketing' rests on legitimate interests instead of consent, which asks less of the person" },
        { "\"analytics\":       { \"basis\": \"legitimate-interests\" }", "\"analytics\": { \"basis\": \"contract\" }", "'analytics' rests on contract instead of legitimate interests" },
        { "\"default\": \"enforce\"", "\"default\": \"audit\"", "are 'audit' instead of 'enforce'" },
        { "\"billing\": \"enforce\"", "\"billing\": \"redact\"", "for billing are 'redact' instead of 'enforce'" },
        { "\"content\": \"enforce\"", "\"content\": \"audit\"", "refusals of content.note for" },
        { "\"no-age\": \"enforce\"", "\"no-age\": \"audit\"", "refusals by rule 'no-age' are 'redact' instead of 'enforce'" },
        { "\"evenWithConsent\": true", "\"evenWithConsent\": false", "rule 'no-age' no longer holds in every mode" },
        { "\"for\": [\"marketing\"], \"categories\": [\"contact\"]", "\"for\": [\"marketing\", \"billing\"], \"categories\": [\"contact\"]", "'mailer' may now receive contact.age, contact.email for billing" },
        { "\"categories\": [\"contact\"], \"country\": \"US\"", "\"categories\": [\"contact\", \"content\"], \"country\": \"US\"", "'mailer' may now receive content.note for marketing, marketing.email" },
        { "\"collectedFor\": [\"support\"] } },", "\"collectedFor\": [\"support\", \"billing\"] } },", "'Shop.Legacy.Note' becomes permitted for billing" },
        { "\"consentFrom\": \"2026-11\"", "\"consentFrom\": \"2026-01\"", "consent that was given to an older notice than '2026-11' counts again" },
        { "\"consentExpires\": \"P1M\"", "\"consentExpires\": \"P1Y\"", "consent lasts longer (P1Y)" },
        { "\"consentExpires\": \"P1M\"", "\"consentExpires\": \"P31D\"", "consent lasts longer (P31D)" },
    };

    private static readonly string Before = TestHost.Policy.Replace("\"marketing.email\": { \"basis\": \"consent\" }", "\"marketing.email\": { \"basis\": \"consent\", \"consentFrom\": \"2026-11\", \"consentExpires\": \"P1M\" }").TrimEnd().TrimEnd('}') +
        """
        , "enforcement": { "default": "enforce", "purposes": { "billing": "enforce" }, "categories": { "content": "enforce", "contact.age": "redact" }, "rules": { "no-age": "enforce" } },
          "recipients": { "mailer": { "role": "processor", "for": ["marketing"], "categories": ["contact"], "country": "US", "safeguard": "DPF" } },
          "fields": { "Shop.Legacy.Note": { "category": "content.note", "collectedFor": ["support"] } },
          "rules": [ { "id": "no-age", "deny": { "categories": ["contact.age"], "purposes": ["fraud"] }, "evenWithConsent": true } ] }
        """;

    [Fact]
    public void PurposeWithTermsThatIsTakenOut_OpensWhatLiesBeneath()
    {
        const string Entry = "\"marketing\":       { \"basis\": \"consent\" },";
        Assert.Contains(Entry, TestHost.Policy);
        using var host = new TestHost(TestHost.Policy.Replace(Entry, "\"marketing\": { \"basis\": \"consent\", \"consentFrom\": \"2026-11\" },"));

        Assert.True(host.Reload(TestHost.Policy.Replace(Entry, "")));
        Assert.Contains(host.Log.At(LogLevel.Warning), static text => text.Contains("for 'marketing.email', the terms of consent to 'marketing' no longer count", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Changes))]
    public void PolicyThatOpensSomething_IsAWarningWithTheDifference_AndItsWayBackIsNone(string old, string now, string sentence)
    {
        Assert.Contains(old, Before);
        using var host = new TestHost(Before);

        Assert.True(host.Reload(Before.Replace(old, now)));

        Assert.Contains(sentence, Assert.Single(host.Log.At(LogLevel.Warning)));
        Assert.Empty(host.Log.At(LogLevel.Information));

        host.Log.Clear();
        Assert.True(host.Reload(Before));
        Assert.Empty(host.Log.At(LogLevel.Warning));
        Assert.Contains("It closes: ", Assert.Single(host.Log.At(LogLevel.Information)));
        Assert.DoesNotContain("It closes: nothing", host.Log.At(LogLevel.Information)[0]);
    }

    [Fact]
    public void GuardedMember_WithLabelsOfItsOwn_IsNamed_AndOneWithItsCategorysIsNot()
    {
        _ = new Contact { Id = 1, Email = "value", Note = "value" };
        using var host = new TestHost();
        using (PurposeScope.Enter("support"))
            _ = new Contact { Id = 1 }.Email;

        // Contact.Note is collected for support and marketing by its own attribute; a ceiling closes marketing, and going back opens it.
        host.Reload(TestHost.Policy.Replace("\"content.note\": {}", "\"content.note\": { \"only\": [\"support\"] }"));
        host.Log.Clear();
        host.Reload(TestHost.Policy);

        var warning = Assert.Single(host.Log.At(LogLevel.Warning));
        Assert.Contains("'Contact.Note' becomes permitted for marketing", warning);
        Assert.DoesNotContain("Contact.Email", warning);
    }

    [Fact]
    public void FaultyPolicy_IsAnError_ToldOnceAndAgainOnlyWithAnotherReason()
    {
        using var host = new TestHost();

        host.Reload("{ not a policy");
        host.Reload("{ not a policy");
        Assert.Single(host.Log.At(LogLevel.Error));

        host.Reload("{}");
        Assert.Equal(2, host.Log.At(LogLevel.Error).Count);
    }
}
