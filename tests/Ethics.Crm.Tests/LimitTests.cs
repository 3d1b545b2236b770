using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>What the running program does not do yet, as <c>docs/limits.md</c> lists it; an improvement breaks the test that shows it.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LimitTests
{
    [Fact]
    public async Task Limit_QuietHoursAndFrequency_AreNotAskedByReads_NorIsTheAgeOfWhatDoesNotSayWhen()
    {
        using var host = new TestHost(TestHost.Policy.Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"maxAge\": \"P1D\", \"quietHours\": \"11:00/13:00\", \"frequency\": \"1/P7D\" }"));
        var contact = new Contact { Id = 7, Email = "value" };
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");

        host.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal("value", In("marketing", () => contact.Email));
        Assert.Equal("value", In("marketing", () => contact.Email));
        // Nothing says that these are sent; where something does, it is night.
        using (host.Services.GetRequiredService<IContactScopes>().Enter("marketing", "email"))
            Assert.Equal("QuietHours", Outcome(() => contact.Email));
    }

    [Fact]
    public async Task Limit_ValueThatWasReadBefore_IsSentInAContactScopeWithoutAContact()
    {
        using var host = new TestHost(TestHost.Policy.Replace("\"support\":         { \"basis\": \"contract\" }", "\"support\": { \"basis\": \"contract\", \"frequency\": \"1/P7D\" }"));
        var read = In("support", () => new Contact { Id = 7, Email = "value" }.Email);

        using (host.Services.GetRequiredService<IContactScopes>().Enter("support", "email"))
            Assert.Equal("value", read);
        Assert.True((await host.Services.GetRequiredService<IContactLog>().TryContactAsync(TestHost.Person(7), "support", "email")).Allowed);
    }

    [Fact]
    public async Task Limit_ConsentIsForgotten_WithItsProcess()
    {
        var contact = new Contact { Id = 7, Email = "value" };
        using (var first = new TestHost())
        {
            await first.Ledger.GrantAsync(TestHost.Person(7), "marketing");
            Assert.Equal("value", In("marketing", () => contact.Email));
        }

        using var next = new TestHost();
        Assert.Equal("ConsentMissing", In("marketing", () => contact.Email));
    }

    [Fact]
    public async Task Limit_Staleness_HasNoEffectWithTheInMemoryLedger()
    {
        using var host = new TestHost(configure: static o => o.Staleness = TimeSpan.FromMilliseconds(1));
        var contact = new Contact { Id = 7, Email = "value" };
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");

        host.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("value", In("marketing", () => contact.Email));
        Assert.Equal("value", In("marketing", () => new Contact { Id = 7, Email = "value" }.Email));
    }
}
