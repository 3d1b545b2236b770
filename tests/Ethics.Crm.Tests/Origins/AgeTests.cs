using Ethics.Crm.Members;
using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Json;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Origins;

/// <summary>Data that says when it was obtained is not used for a purpose once it is older than the policy allows there.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class AgeTests : IDisposable
{
    private const string Email = "Ethics.Crm.Tests.Origins.Prospect.";

    private readonly TestHost _host = new(Policy("P90D"));
    private readonly Prospect _prospect = new() { Id = 7 };

    public AgeTests()
    {
        foreach (var id in new[] { 7, 8 })
            _host.Ledger.GrantAsync(TestHost.Person(id), "marketing").GetAwaiter().GetResult();
    }

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(-89, 0, "value")]
    [InlineData(-90, 0, "value")]
    [InlineData(-90, -1, "TooOld")]
    [InlineData(-4000, 0, "TooOld")]
    [InlineData(0, 3600, "value")]
    [InlineData(2, 0, "TooOld")]
    public void Read_IsRefused_OnceTheDataIsOlder_OrLiesAhead(int days, int seconds, string expected)
    {
        _prospect.EmailAt = _host.Clock.GetUtcNow().AddDays(days).AddSeconds(seconds);

        Assert.Equal(expected, In("marketing", () => _prospect.Email));
        Assert.Equal(expected, In("marketing.email", () => _prospect.Email));
        Assert.Equal("value", In("support", () => _prospect.Email));
        Assert.Equal("value", In("marketing", () => _prospect.Plain));
    }

    [Fact]
    public void DataThatDoesNotSayWhen_IsTooOld_ForAPurposeThatAsks()
    {
        Assert.Equal("TooOld", In("marketing", () => _prospect.Email));
        Assert.Equal("TooOld", In("marketing", () => _prospect.ByDay));
        Assert.Equal("TooOld", In("marketing", () => _prospect.OfNoTime));
        Assert.Equal("value", In("support", () => _prospect.OfNoTime));
    }

    [Fact]
    public void TimeThatPasses_EndsTheUse_AndAskingAgainBringsItBack()
    {
        _prospect.EmailAt = _host.Clock.GetUtcNow();
        Assert.Equal("value", In("marketing", () => _prospect.Email));

        _host.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal("TooOld", In("marketing", () => _prospect.Email));

        _prospect.EmailAt = _host.Clock.GetUtcNow();
        Assert.Equal("value", In("marketing", () => _prospect.Email));
    }

    [Fact]
    public async Task YoungData_NeedsConsentAllTheSame()
    {
        _prospect.EmailAt = _host.Clock.GetUtcNow();
        await _host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => _prospect.Email));
    }

    [Theory]
    [InlineData(-10, "value")]
    [InlineData(-100, "TooOld")]
    public void DaysGuardedTimesAndValues_AreLookedAt(int days, string expected)
    {
        var at = _host.Clock.GetUtcNow().AddDays(days);
        _prospect.DayAt = DateOnly.FromDateTime(at.UtcDateTime);
        _prospect.GuardedAt = at.UtcDateTime;
        var reply = new Reply { Id = 7, At = at.UtcDateTime };

        Assert.Equal(expected, In("marketing", () => _prospect.ByDay));
        Assert.Equal(expected, In("marketing", () => _prospect.ByGuarded));
        Assert.Equal("NotPermitted", In("marketing", () => _prospect.GuardedAt.ToString("O")));
        Assert.Equal(expected, In("marketing", () => reply.Text));
    }

    [Fact]
    public void OnlyMembersThatSayWhen_LeaveTheFastPath_AndOnlyForPurposesThatAsk()
    {
        var (marketing, support) = (PurposeBits.Find("marketing")!.Bit, PurposeBits.Find("support")!.Bit);
        Assert.Equal(support, PermittedAtOnce(nameof(Prospect.Email)) & (marketing | support));
        Assert.Equal(marketing | support, PermittedAtOnce(nameof(Prospect.Plain)) & (marketing | support));

        Assert.True(_host.Reload(TestHost.Policy));
        Assert.Equal(marketing | support, PermittedAtOnce(nameof(Prospect.Email)) & (marketing | support));
    }

    [Fact]
    public void Decision_DoesNotKnowTheAge_AndSaysWhomToAsk()
    {
        var decision = _host.Decisions.Decide(TestHost.Person(7), Email + nameof(Prospect.Email), "marketing");
        Assert.Equal((false, Refusal.TooOld), (decision.Allowed, decision.Refusal));
        Assert.Contains("PermittedFor", decision.Remedy, StringComparison.Ordinal);
        Assert.False(_host.Decisions.Decide(TestHost.Person(7), Email + nameof(Prospect.Nickname), "marketing").Allowed);

        Assert.True(_host.Decisions.Decide(TestHost.Person(7), Email + nameof(Prospect.Email), "support").Allowed);
        Assert.True(_host.Decisions.Decide(TestHost.Person(7), Email + nameof(Prospect.Plain), "marketing").Allowed);
        Assert.True(_host.Decisions.Decide(TestHost.Person(7), "contact.email", "marketing").Allowed);
    }

    [Fact]
    public void List_LooksAtEachObject_AsItsGateDoes()
    {
        var now = _host.Clock.GetUtcNow();
        Prospect[] all = [new() { Id = 7, EmailAt = now.AddDays(-100) }, new() { Id = 7, EmailAt = now }, new() { Id = 8, EmailAt = now.AddDays(-1) }, new() { Id = 8 }, new() { Id = 9, EmailAt = now }];

        Assert.Equal([all[1], all[2]], all.PermittedFor("marketing", static p => p.Email));
        Assert.Equal([all[1], all[2]], all.PermittedFor("marketing", static p => p.Nickname));
        Assert.Equal(all[..4], all.PermittedFor("marketing", static p => p.Plain));
        Assert.Equal(all, all.PermittedFor("support", static p => p.Email));
        Assert.Equal([Refusal.TooOld, Refusal.TooOld, Refusal.ConsentMissing], all.SplitByPermission("marketing", static p => p.Email).Refused.Select(static r => r.Decision.Refusal!.Value));
        Assert.Equal(all.Select(p => In("marketing", () => p.Email) == "value"), all.Select(p => new[] { p }.PermittedFor("marketing", static one => one.Email).Any()));
    }

    [Theory]
    [InlineData(-10, true)]
    [InlineData(-100, false)]
    public void Json_LooksAtTheAgeOfUnguardedMembersToo(int days, bool isWritten)
    {
        _prospect.EmailAt = _host.Clock.GetUtcNow().AddDays(days);
        var written = Serialising.For("marketing", _prospect, Serialising.Options(Metadata.Reflected));
        Assert.Equal((isWritten, isWritten), (written.Contains("\"Email\"", StringComparison.Ordinal), written.Contains("\"Nickname\"", StringComparison.Ordinal)));
        Assert.Contains("\"Plain\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BoundValue_HasNoObjectAnyMore_AndIsTooOld()
    {
        _prospect.EmailAt = _host.Clock.GetUtcNow();
        var bound = Bound.From(_prospect, static p => p.Email);
        using (PurposeScope.Enter("marketing"))
            Assert.Equal(Refusal.TooOld, (await Assert.ThrowsAsync<PurposeViolationException>(() => bound.OpenAsync())).Refusal);
        using (PurposeScope.Enter("support"))
            Assert.Equal("value", await bound.OpenAsync());
    }

    [Fact]
    public void Audit_LetsNothingOldPass()
    {
        Assert.True(_host.Reload(Policy("P90D", "\"enforcement\": { \"default\": \"audit\" }")));
        _prospect.EmailAt = _host.Clock.GetUtcNow().AddDays(-91);
        Assert.Equal("TooOld", In("marketing", () => _prospect.Email));
        Assert.Equal("value", In("billing", () => _prospect.Email));
    }

    [Fact]
    public void RedactedWrite_IsIgnored_OnlyWhereTheReadIsRedacted()
    {
        Assert.True(_host.Reload(Policy("P90D", "\"enforcement\": { \"default\": \"redact\" }")));
        _prospect.EmailAt = _host.Clock.GetUtcNow().AddDays(-91);
        Assert.Equal("•••", In("marketing", () => _prospect.Email));
        Write("•••");
        Assert.Equal("value", In("support", () => _prospect.Email));

        _prospect.EmailAt = _host.Clock.GetUtcNow();
        Write("•••");
        Assert.Equal("•••", In("support", () => _prospect.Email));

        void Write(string text)
        {
            using (PurposeScope.Enter("marketing"))
                _prospect.Email = text;
        }
    }

    [Theory]
    [InlineData("P120D", "value", true)]
    [InlineData("P30D", "TooOld", false)]
    public void ReloadThatAllowsOlderData_IsToldAsOpening(string maxAge, string expected, bool opens)
    {
        _prospect.EmailAt = _host.Clock.GetUtcNow().AddDays(-100);
        Assert.True(_host.Reload(Policy(maxAge)));
        Assert.Equal(expected, In("marketing", () => _prospect.Email));
        Assert.Equal(opens, _host.Log.Entries.Any(static e => e.Text.Contains("may be older than before (P120D)", StringComparison.Ordinal)));
    }

    /// <summary>From a day in February 31 days are more than a month; from one in January a month is more than 30 days. What may open is told as opening.</summary>
    [Theory]
    [InlineData("P1M", "P31D", true, false)]
    [InlineData("P31D", "P1M", false, true)]
    [InlineData("P1M", "P30D", true, true)]
    [InlineData("P30D", "P1M", true, true)]
    [InlineData("P1M", "P28D", false, true)]
    public void MonthsAndDays_AreComparedOnEachDayOfTheCalendar(string before, string after, bool opens, bool closes)
    {
        Assert.True(_host.Reload(Policy(before)));
        _host.Log.Clear();
        Assert.True(_host.Reload(Policy(after)));

        Assert.Equal(opens, _host.Log.Entries.Any(e => e.Text.Contains($"may be older than before ({after})", StringComparison.Ordinal)));
        Assert.Equal(closes, _host.Log.Entries.Any(static e => e.Text.Contains("less old than before", StringComparison.Ordinal)));
    }

    private static ulong PermittedAtOnce(string name) => PropertyGuards.Of(typeof(Prospect).GetProperty(name)!)!.Permitted;

    private static string Policy(string maxAge, string? more = null) =>
        (more is null ? TestHost.Policy : TestHost.With(more)).Replace("\"marketing\":       { \"basis\": \"consent\" }", $"\"marketing\": {{ \"basis\": \"consent\", \"maxAge\": \"{maxAge}\" }}");
}
