using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests;

/// <summary>When, how often and by which way people are contacted, by the clock on their wall.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContactLogTests : IDisposable
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeZoneInfo Auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");

    private readonly Dictionary<string, TimeZoneInfo> _zones = new() { ["7"] = Berlin, ["8"] = Auckland };
    private readonly TestHost _host;

    public ContactLogTests() => _host = new(
        TestHost.Policy
            .Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"channels\": [\"email\", \"sms\"], \"quietHours\": \"21:00/08:00\", \"frequency\": \"3/P7D\" }")
            .Replace("\"marketing.email\": { \"basis\": \"consent\" }", "\"marketing.email\": { \"basis\": \"consent\", \"frequency\": \"1/P1D\" }"),
        o => o.TimeZone = (_, person) => _zones.GetValueOrDefault(person.Id));

    private IContactLog Contacts => _host.Services.GetRequiredService<IContactLog>();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("2026-03-01T19:59:00Z", true)]
    [InlineData("2026-03-01T20:00:00Z", false)]
    [InlineData("2026-03-02T06:59:00Z", false)]
    [InlineData("2026-03-02T07:00:00Z", true)]
    // Summer time begins on the 29th: from then on the same hour of the day comes an hour earlier.
    [InlineData("2026-03-29T05:59:00Z", false)]
    [InlineData("2026-03-29T06:00:00Z", true)]
    // And ends on 25 October.
    [InlineData("2026-10-24T06:00:00Z", true)]
    [InlineData("2026-10-25T06:30:00Z", false)]
    [InlineData("2026-10-25T07:00:00Z", true)]
    public async Task QuietHours_FollowThePersonsWallClock_SummerTimeIncluded(string utc, bool isAllowed)
    {
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        _host.Clock.SetUtcNow(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));

        var decision = await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email");

        Assert.Equal((isAllowed, isAllowed ? null : Refusal.QuietHours), (decision.Allowed, decision.Refusal));
    }

    /// <summary>However many records there are of a person, it is one who is contacted; records of two are two.</summary>
    [Fact]
    public async Task MergedPersons_AreContactedNoMoreOftenThanOne_UntilTheyAreTwoAgain()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        await _host.Ledger.GrantAsync(TestHost.Person(8), "marketing");
        var merges = _host.Services.GetRequiredService<IPersonMerges>();
        var merge = await merges.MergeAsync(TestHost.Person(7), TestHost.Person(8));
        _zones["8"] = Berlin;
        _host.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

        Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "marketing.email", "email")).Allowed);
        Assert.Equal(Refusal.Frequency, (await Contacts.TryContactAsync(TestHost.Person(8), "marketing.email", "email")).Refusal);
        Assert.True((await Contacts.TryContactAsync(TestHost.Person(8), "marketing.email", "sms")).Allowed);

        await merges.UndoAsync(merge);
        Assert.True((await Contacts.TryContactAsync(TestHost.Person(8), "marketing.email", "email")).Allowed);
    }

    [Fact]
    public async Task TimeZoneThatCannotBeAsked_ContactsNobody_AndTakesNoPlace()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        using (var failing = new TestHost(File.ReadAllText(_host.PolicyPath), static o => o.TimeZone = static (_, _) => throw new IOException("no directory")))
        {
            await failing.Ledger.GrantAsync(TestHost.Person(7), "marketing");
            await Assert.ThrowsAsync<IOException>(() => failing.Services.GetRequiredService<IContactLog>().TryContactAsync(TestHost.Person(7), "marketing", "email"));
            // Where no time of day counts, nothing is asked.
            Assert.True((await failing.Services.GetRequiredService<IContactLog>().TryContactAsync(TestHost.Person(7), "support", "email")).Allowed);
        }

        var asked = 0;
        using var recovering = new TestHost(File.ReadAllText(_host.PolicyPath), o => o.TimeZone = (_, _) => ++asked < 9 ? throw new IOException("no directory") : Berlin);
        var contacts = recovering.Services.GetRequiredService<IContactLog>();
        await recovering.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        for (var i = 1; i < 9; i++)
            await Assert.ThrowsAsync<IOException>(() => contacts.TryContactAsync(TestHost.Person(7), "marketing", "email"));
        for (var i = 0; i < 3; i++)
            Assert.True((await contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Allowed);
        Assert.Equal(Refusal.Frequency, (await contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Refusal);
    }

    [Fact]
    public async Task OnePersonsNight_IsAnothersDay_AndOfWhomNothingIsKnownNobodyIsWoken()
    {
        for (var id = 7; id <= 9; id++)
            await _host.Ledger.GrantAsync(TestHost.Person(id), "marketing");

        // Noon in Greenwich.
        Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Allowed);
        Assert.Equal(Refusal.QuietHours, (await Contacts.TryContactAsync(TestHost.Person(8), "marketing", "email")).Refusal);
        Assert.Contains("EthicsCrmOptions.TimeZone", (await Contacts.TryContactAsync(TestHost.Person(9), "marketing", "email")).Remedy);
        // A purpose without quiet hours needs no time zone.
        Assert.True((await Contacts.TryContactAsync(TestHost.Person(9), "support", "email")).Allowed);
    }

    [Fact]
    public async Task Frequency_IsForPersonAndChannel_AndFreesItsPlacesAgain()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        for (var i = 0; i < 3; i++)
            Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Allowed);

        Assert.Equal(Refusal.Frequency, (await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Refusal);
        Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "sms")).Allowed);
        _host.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Equal(Refusal.Frequency, (await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Refusal);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Allowed);
    }

    [Fact]
    public async Task LimitOfTheWhole_CountsItsPartsToo_AndThePartKeepsItsOwn()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");

        Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "marketing.email", "email")).Allowed);
        Assert.Equal(Refusal.Frequency, (await Contacts.TryContactAsync(TestHost.Person(7), "marketing.email", "email")).Refusal);
        Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Allowed);
        Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Allowed);
        Assert.Equal(Refusal.Frequency, (await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Refusal);
    }

    [Fact]
    public async Task WhatIsRefused_IsNotCounted_AndConsentIsAskedFirst()
    {
        Assert.Equal(Refusal.ConsentMissing, (await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Refusal);
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal(Refusal.NotPermitted, (await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "pigeon")).Refusal);
        for (var i = 0; i < 3; i++)
            Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Allowed);
        await _host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
        Assert.Equal(Refusal.ConsentWithdrawn, (await Contacts.TryContactAsync(TestHost.Person(7), "marketing", "sms")).Refusal);
        Assert.Equal(Refusal.UnknownPurpose, (await Contacts.TryContactAsync(TestHost.Person(7), "astrology", "sms")).Refusal);
        Assert.Equal(Refusal.SubjectUnknown, (await Contacts.TryContactAsync(default, "support", "sms")).Refusal);
    }

    [Fact]
    public async Task ClockThatIsSetBack_MakesNoRoom()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "marketing.email", "email")).Allowed);

        _host.Clock.AdjustTime(_host.Clock.GetUtcNow() - TimeSpan.FromDays(3));

        Assert.Equal(Refusal.Frequency, (await Contacts.TryContactAsync(TestHost.Person(7), "marketing.email", "email")).Refusal);
    }

    [Fact]
    public async Task SendersAtOnce_FindRoomForAsManyAsTheLimitSays()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Contacts.TryContactAsync(TestHost.Person(7), "marketing", "email"))));

        Assert.Equal(3, answers.Count(static a => a.Allowed));
    }
}
