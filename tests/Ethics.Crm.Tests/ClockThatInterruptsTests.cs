using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>The clock is the application's own code, and the one thing that is asked under its lock: whatever it does there, nothing is left that allows more than what holds afterwards.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ClockThatInterruptsTests : IDisposable
{
    private const string Consent = "\"marketing\":       { \"basis\": \"consent\" }";

    private static readonly string Stricter = TestHost.Policy.Replace(Consent, "\"marketing\": { \"basis\": \"consent\", \"consentFrom\": \"2026-02\" }");

    private readonly TestHost _host;
    private readonly SubjectKey _person = TestHost.Person(7);
    private Action? _asked;

    public ClockThatInterruptsTests() =>
        _host = new TestHost(services: services => services.AddSingleton<TimeProvider>(new InterruptedClock(() => _asked?.Invoke())));

    public void Dispose() => _host.Dispose();

    /// <summary>The grant was given to an older notice, which counts by the first policy alone.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PolicyThatTheClockReloadsWhileASlotIsBound_IsTheOneThatTheSlotFollows(bool isOfTwo)
    {
        foreach (var id in new[] { 7, 8 })
            await _host.Ledger.GrantAsync(TestHost.Person(id), "marketing");
        var reloads = 0;
        for (var when = 1; when < 12; when++)
        {
            var (contact, message) = (new Contact { Id = 7, Email = "value" }, new Message { From = 7, To = 8, Text = "value" });
            Func<string?> read = isOfTwo ? () => message.Text : () => contact.Email;
            Assert.True(_host.Reload(TestHost.Policy));
            Once(when, () => Assert.True(_host.Reload(Stricter)));
            Assert.Contains(In("marketing", read), new[] { "value", "ConsentLapsed" });
            var isReloaded = _asked is null;
            _asked = null;
            reloads += isReloaded ? 1 : 0;

            Assert.Equal((when, isReloaded ? "ConsentLapsed" : "value"), (when, In("marketing", read)));
        }

        Assert.NotEqual(0, reloads);
    }

    [Fact]
    public async Task PolicyThatTheClockReloadsWheneverItIsAsked_KeepsNobody_AndAllowsNothingByAnOlderOne()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        var (contact, count, isInside) = (new Contact { Id = 7, Email = "value" }, 0, false);
        _asked = () =>
        {
            if (isInside)
                return;
            isInside = true;
            Assert.True(_host.Reload(count++ % 2 == 0 ? Stricter : TestHost.Policy));
            isInside = false;
        };
        In("marketing", () => contact.Email);
        _asked = null;

        Assert.True(_host.Reload(Stricter));
        Assert.Equal("ConsentLapsed", In("marketing", () => contact.Email));
        Assert.True(_host.Reload(TestHost.Policy));
        Assert.Equal("value", In("marketing", () => contact.Email));
    }

    /// <summary>Nothing is allowed through an application that has stopped.</summary>
    [Fact]
    public async Task ApplicationThatTheClockStopsWhileASlotIsBound_LeavesNothingThatIsAllowed()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        var contact = new Contact { Id = 7, Email = "value" };
        using (PurposeScope.Enter(_host.Host, ["marketing"]))
        {
            Once(1, () => ((IDisposable)_host.Services).Dispose());
            Outcome(() => contact.Email);

            Assert.Null(_asked);
            Assert.Equal("HostUnknown", Outcome(() => contact.Email));
        }
    }

    /// <summary>What is decided inside is decided before: the later decision is the one that holds.</summary>
    [Fact]
    public async Task GrantThatTheClockRecordsWhileAWithdrawalIs_IsTheEarlierOne()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        Once(1, () => _host.Ledger.GrantAsync(_person, "marketing").GetAwaiter().GetResult());
        await _host.Ledger.WithdrawAsync(_person, "marketing");

        Assert.Null(_asked);
        Assert.Equal("ConsentWithdrawn", In("marketing", static () => new Contact { Id = 7, Email = "value" }.Email));
        Assert.Equal([(1L, ConsentAction.Grant), (2L, ConsentAction.Grant), (3L, ConsentAction.Withdraw)], (await _host.Ledger.HistoryAsync(_person)).Select(static one => (one.Sequence, one.Action)));
        await _host.Ledger.GrantAsync(_person, "marketing");
        Assert.Equal("value", In("marketing", static () => new Contact { Id = 7, Email = "value" }.Email));
    }

    [Fact]
    public async Task ClockThatFailsWhileADecisionIsAboutToBeStored_TakesNoNumber()
    {
        Once(1, static () => throw new InvalidOperationException("no time"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _host.Ledger.GrantAsync(_person, "marketing"));
        await _host.Ledger.GrantAsync(_person, "marketing");

        Assert.Equal([1L], (await _host.Ledger.HistoryAsync(_person)).Select(static one => one.Sequence));
    }

    /// <summary>A receipt needs state and history of one moment.</summary>
    [Fact]
    public async Task ClockThatDecidesSomethingWheneverItIsAsked_KeepsNoReceiptForEver()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        var receipts = _host.Services.GetRequiredService<IConsentReceipts>();
        using var enough = new CancellationTokenSource();
        var (isInside, count) = (false, 0);
        _asked = () =>
        {
            if (isInside)
                return;
            isInside = true;
            if (++count > 1000)
                enough.Cancel();
            _host.Ledger.GrantAsync(_person, "marketing").GetAwaiter().GetResult();
            isInside = false;
        };

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => receipts.IssueAsync(_person, "marketing", enough.Token));
        Assert.Contains("changes whenever it is asked for", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("7", failed.Message, StringComparison.Ordinal);
        Assert.InRange(count, 1, 100);

        _asked = null;
        Assert.Equal(ConsentState.Given, (await receipts.IssueAsync(_person, "marketing"))!.State);
        Once(1, () => _host.Ledger.WithdrawAsync(_person, "marketing").GetAwaiter().GetResult());
        Assert.Equal(ConsentState.Withdrawn, (await receipts.IssueAsync(_person, "marketing"))!.State);
    }

    /// <summary>A day later there is no calendar any more, a day earlier there was none yet.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ClockAtTheEndOfTheCalendar_IsNoFaultOfTheRead(bool isLast)
    {
        _host.Dispose();
        using var host = new TestHost(TestHost.Policy.Replace(Consent, "\"marketing\": { \"basis\": \"consent\", \"consentExpires\": \"P1M\" }"), services: services => services.AddSingleton<TimeProvider>(new Still(isLast ? DateTimeOffset.MaxValue.AddHours(-1) : DateTimeOffset.MinValue)));
        await host.Ledger.GrantAsync(_person, "marketing");

        Assert.Equal("value", In("marketing", static () => new Contact { Id = 7, Email = "value" }.Email));
        Assert.True(host.Decisions.Decide(_person, "contact.email", "marketing").Allowed);
    }

    /// <summary>At its asking of that number, and never again.</summary>
    private void Once(int when, Action act)
    {
        var left = when;
        _asked = () =>
        {
            if (--left > 0)
                return;
            _asked = null;
            act();
        };
    }

    private sealed class Still(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
