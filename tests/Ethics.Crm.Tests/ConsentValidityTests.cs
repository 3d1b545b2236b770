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

    /// <summary>What no longer counts for a purpose is none for a part of it; what was given for the part stands on the part's own terms.</summary>
    [Fact]
    public async Task ConsentThatCountsNoMore_DoesNotCountForAPartEither()
    {
        using var host = new TestHost(TestHost.Policy.Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"consentFrom\": \"2026-11\", \"consentExpires\": \"P1M\" }"));
        var (old, fresh, part) = (new Contact { Id = 7, Email = "value" }, new Contact { Id = 8, Email = "value" }, new Contact { Id = 9, Email = "value" });
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing", new ConsentEvidence { NoticeVersion = "2026-10" });
        await host.Ledger.GrantAsync(TestHost.Person(8), "marketing", new ConsentEvidence { NoticeVersion = "2026-11" });
        await host.Ledger.GrantAsync(TestHost.Person(9), "marketing.email", new ConsentEvidence { NoticeVersion = "2026-10" });

        Assert.Equal("ConsentLapsed", In("marketing.email", () => old.Email));
        Assert.Equal("value", In("marketing.email", () => fresh.Email));
        Assert.Equal("value", In("marketing.email", () => part.Email));
        Assert.Equal("ConsentMissing", In("marketing", () => part.Email));

        host.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal("ConsentLapsed", In("marketing.email", () => fresh.Email));
        Assert.Equal("value", In("marketing.email", () => part.Email));
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
