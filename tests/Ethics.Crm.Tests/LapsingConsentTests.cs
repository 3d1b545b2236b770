using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>Consent that lapses by itself is answered from what was found before, until the moment that it lapses or the person decides anew.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LapsingConsentTests : IDisposable
{
    private const string Consent = "\"marketing\":       { \"basis\": \"consent\" }";

    private static readonly string Lapsing = TestHost.Policy.Replace(Consent, "\"marketing\": { \"basis\": \"consent\", \"consentExpires\": \"P1M\" }");

    private readonly TestHost _host = new(Lapsing);
    private readonly Contact _contact = new() { Id = 7, Email = "value" };
    private readonly SubjectKey _person = TestHost.Person(7);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task RepeatedReads_AreAllowedUntilTheVeryMoment_AndRefusedFromIt()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        for (var i = 0; i < 3; i++)
            Assert.Equal("value", In("marketing", () => _contact.Email));

        _host.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 1, 11, 59, 59, TimeSpan.Zero).AddTicks(TimeSpan.TicksPerSecond - 1));
        Assert.Equal("value", In("marketing", () => _contact.Email));
        _host.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal("ConsentLapsed", In("marketing", () => _contact.Email));
    }

    [Fact]
    public async Task Withdrawal_HoldsAtTheNextRead_AndAnotherPersonsConsentDoesNot()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        Assert.Equal("value", In("marketing", () => _contact.Email));

        await _host.Ledger.WithdrawAsync(_person, "marketing");

        Assert.Equal("ConsentWithdrawn", In("marketing", () => _contact.Email));
        Assert.Equal("ConsentMissing", In("marketing", () => new Contact { Id = 8, Email = "other" }.Email));
    }

    [Fact]
    public async Task Restriction_HoldsAtTheNextRead()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        Assert.Equal("value", In("marketing", () => _contact.Email));

        await _host.Ledger.RestrictAsync(_person, "contested");

        Assert.Equal("Restriction", In("marketing", () => _contact.Email));
    }

    [Fact]
    public async Task NewerGrant_Prolongs()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        Assert.Equal("value", In("marketing", () => _contact.Email));
        _host.Clock.Advance(TimeSpan.FromDays(20));
        await _host.Ledger.GrantAsync(_person, "marketing");
        _host.Clock.Advance(TimeSpan.FromDays(20));

        Assert.Equal("value", In("marketing", () => _contact.Email));
        _host.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal("ConsentLapsed", In("marketing", () => _contact.Email));
    }

    [Fact]
    public async Task LapseOfTheGrantThatAnsweredAWithdrawal_BringsTheWithdrawalBack()
    {
        await _host.Ledger.WithdrawAsync(_person, "marketing");
        await _host.Ledger.GrantAsync(_person, "marketing");
        Assert.Equal("value", In("marketing", () => _contact.Email));

        _host.Clock.Advance(TimeSpan.FromDays(40));

        Assert.Equal("ConsentWithdrawn", In("marketing", () => _contact.Email));
    }

    [Fact]
    public async Task ChangedPolicy_IsAskedAnew()
    {
        await _host.Ledger.GrantAsync(_person, "marketing", new ConsentEvidence { NoticeVersion = "2026-01" });
        Assert.Equal("value", In("marketing", () => _contact.Email));

        Assert.True(_host.Reload(Lapsing.Replace("\"consentExpires\"", "\"consentFrom\": \"2026-02\", \"consentExpires\"")));
        Assert.Equal("ConsentLapsed", In("marketing", () => _contact.Email));

        Assert.True(_host.Reload(Lapsing.Replace("[\"support\", \"marketing\", ", "[\"support\", ")));
        Assert.Equal("NotPermitted", In("marketing", () => _contact.Email));
    }

    [Fact]
    public async Task DataAboutTwoPeople_IsAllowedUntilTheFirstOfThemLapses()
    {
        var message = new Message { From = 7, To = 8, Text = "value" };
        await _host.Ledger.GrantAsync(_person, "marketing");
        _host.Clock.Advance(TimeSpan.FromDays(20));
        await _host.Ledger.GrantAsync(TestHost.Person(8), "marketing");
        Assert.Equal("value", In("marketing", () => message.Text));

        _host.Clock.Advance(TimeSpan.FromDays(20));

        Assert.Equal("ConsentLapsed", In("marketing", () => message.Text));
    }

    /// <summary>Whenever it does so: what was found before the decision is not kept beyond it.</summary>
    [Fact]
    public async Task ClockThatDecidesSomethingWhileAReadIsAnswered_LeavesNothingThatTheDecisionHasEnded()
    {
        _host.Dispose();
        Action? asked = null;
        using var host = new TestHost(Lapsing, services: services => services.AddSingleton<TimeProvider>(new InterruptedClock(() => asked?.Invoke())));
        for (var when = 1; when < 60; when++)
        {
            foreach (var id in new[] { 7, 8 })
                await host.Ledger.GrantAsync(TestHost.Person(id), "marketing");
            var (message, left) = (new Message { From = 7, To = 8, Text = "value" }, when);
            asked = () =>
            {
                if (--left == 0)
                    host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing").GetAwaiter().GetResult();
            };
            In("marketing", () => message.Text);
            asked = null;

            Assert.Equal((when, left > 0 ? "value" : "ConsentWithdrawn"), (when, In("marketing", () => message.Text)));
        }
    }

    /// <summary>It kept the reader, and with it everybody who waited for the application's lock, for ever.</summary>
    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public async Task ClockThatDecidesSomethingWheneverItIsAsked_KeepsNobody(int withdrawing, bool isAllowed)
    {
        _host.Dispose();
        Action? asked = null;
        using var host = new TestHost(Lapsing, services: services => services.AddSingleton<TimeProvider>(new InterruptedClock(() => asked?.Invoke())));
        await host.Ledger.GrantAsync(_person, "marketing");
        var (contact, isInside) = (new Contact { Id = 7, Email = "value" }, false);
        asked = () =>
        {
            if (isInside)
                return;
            isInside = true;
            host.Ledger.WithdrawAsync(TestHost.Person(withdrawing), "marketing").GetAwaiter().GetResult();
            isInside = false;
        };

        Assert.Equal(isAllowed, In("marketing", () => contact.Email) == "value");

        asked = null;
        Assert.Equal(isAllowed, In("marketing", () => contact.Email) == "value");
    }

    /// <summary>It reads the object that it is asked for.</summary>
    [Fact]
    public async Task ClockThatReads_IsNoFaultOfTheReadThatAsksIt()
    {
        _host.Dispose();
        Action? asked = null;
        using var host = new TestHost(Lapsing, services: services => services.AddSingleton<TimeProvider>(new InterruptedClock(() => asked?.Invoke())));
        await host.Ledger.GrantAsync(_person, "marketing");
        for (var when = 1; when < 30; when++)
        {
            var (contact, left, inside) = (new Contact { Id = 7, Email = "value" }, when, "value");
            await host.Ledger.GrantAsync(_person, "marketing");
            asked = () =>
            {
                if (--left == 0)
                    inside = In("marketing", () => contact.Email);
            };
            Assert.Equal((when, "value"), (when, In("marketing", () => contact.Email)));
            asked = null;
            Assert.Equal((when, "value"), (when, inside));
        }
    }

    [Fact]
    public async Task StoppedHost_AllowsNothingThatNeedsThePerson()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        using (PurposeScope.Enter(_host.Host, ["marketing"]))
        {
            Assert.Equal("value", Outcome(() => _contact.Email));
            ((IDisposable)_host.Services).Dispose();
            Assert.Equal("HostUnknown", Outcome(() => _contact.Email));
        }
    }
}
