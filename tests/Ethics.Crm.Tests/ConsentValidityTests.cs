using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>Consent that an older notice or the passing of time has ended.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ConsentValidityTests
{
    [Theory]
    [InlineData("2026-10", "ConsentLapsed")]
    [InlineData(null, "ConsentLapsed")]
    [InlineData("2026-11", "value")]
    [InlineData("2027-01", "value")]
    public async Task ConsentToAnOlderNotice_NoLongerCounts(string? version, string expected)
    {
        using var host = new TestHost(TestHost.Policy.Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"consentFrom\": \"2026-11\" }"));
        var contact = new Contact { Id = 7, Email = "value" };

        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing", new ConsentEvidence { NoticeVersion = version });

        Assert.Equal(expected, In("marketing", () => contact.Email));
    }

    [Fact]
    public async Task ConsentThatExpires_LapsesInAnOpenScope_OnTheCalendarDay()
    {
        using var host = new TestHost(TestHost.Policy.Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"consentExpires\": \"P1M\" }"));
        var contact = new Contact { Id = 7, Email = "value" };
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");

        using (PurposeScope.Enter("marketing"))
        {
            host.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 1, 11, 59, 59, TimeSpan.Zero));
            Assert.Equal("value", Outcome(() => contact.Email));
            host.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero));
            Assert.Equal("ConsentLapsed", Outcome(() => contact.Email));
        }

        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("value", In("marketing", () => contact.Email));
    }
}
