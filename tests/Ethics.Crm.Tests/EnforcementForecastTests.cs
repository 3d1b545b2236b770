using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>What a team reads before it switches from audit to enforce, and that switching then refuses exactly that.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class EnforcementForecastTests
{
    private static readonly string Auditing = TestHost.With("""  "enforcement": { "default": "audit" }""");

    [Fact]
    public async Task WhatAuditLetPass_IsCountedForEachMemberAndPurpose_AndIsWhatEnforcingThenRefuses()
    {
        using var host = new TestHost(Auditing);
        var contact = new Contact { Id = 7, Email = "value", Note = "said" };
        for (var i = 0; i < 3; i++)
            Assert.Equal("value", In("billing", () => contact.Email));
        Assert.Equal("value", In("marketing", () => contact.Email));
        Assert.Equal("value", Outcome(() => contact.Email));
        Assert.Equal("value", In("support", () => contact.Email));
        await host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => contact.Email));

        var forecast = Forecast(host);

        Assert.Equal(
            [("Contact.Email", "billing", Refusal.NotPermitted, 3L), ("Contact.Email", null, Refusal.NoScope, 1L), ("Contact.Email", "marketing", Refusal.ConsentMissing, 1L)],
            forecast.Lines.Select(static l => (l.Member, l.Purpose, l.Refusal, l.Reads)));
        Assert.Equal(5, forecast.Reads);
        Assert.True(host.Reload(TestHost.Policy));
        Assert.Equal("NotPermitted", In("billing", () => contact.Email));
        Assert.Equal("NoScope", Outcome(() => contact.Email));
        Assert.Equal("ConsentMissing", In("marketing", () => new Contact { Id = 8, Email = "value" }.Email));
        // What enforcing refuses is no forecast any more.
        Assert.Equal(5, Forecast(host).Reads);
    }

    [Fact]
    public void Report_IsATable_WithoutValues_AndSaysSoWhenThereIsNothing()
    {
        using var host = new TestHost(Auditing);
        Assert.Contains("let nothing pass", Forecast(host).ToString());
        In("billing", () => new Contact { Id = 7, Email = "value" }.Email);

        var text = Forecast(host).ToString();

        Assert.StartsWith("Since 2026-03-01 12:00 (UTC) audit let 1 reads pass", text);
        Assert.Contains("| 1 | Contact.Email | billing | it was not collected for this", text);
        Assert.DoesNotContain("value", text);
    }

    [Fact]
    public void ForgottenCounts_BeginAnew_AndEachApplicationHasItsOwn()
    {
        using var host = new TestHost(Auditing);
        In("billing", () => new Contact { Id = 7, Email = "value" }.Email);
        host.Clock.Advance(TimeSpan.FromHours(1));

        host.Services.GetRequiredService<IEnforcementForecasts>().Forget();

        Assert.Empty(Forecast(host).Lines);
        Assert.Equal(host.Clock.GetUtcNow(), Forecast(host).Since);
        using var other = new TestHost(Auditing);
        using (PurposeScope.Enter(other.Host, ["billing"]))
            Outcome(() => new Contact { Id = 7, Email = "value" }.Email);
        Assert.Equal((0L, 1L), (Forecast(host).Reads, Forecast(other).Reads));
    }

    private static EnforcementForecast Forecast(TestHost host) => host.Services.GetRequiredService<IEnforcementForecasts>().Current();
}
