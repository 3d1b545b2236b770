using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>What the ledger hands out, and that nothing which listens to it can break it.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LedgerTests : IDisposable
{
    private readonly TestHost _host = new();
    private readonly SubjectKey _person = TestHost.Person(7);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task ThrowingWatcher_BreaksNeitherTheWithdrawalNorTheOthers_AndIsToldWithoutItsText()
    {
        var told = 0;
        using var first = _host.Ledger.Watch(_person, _ => throw new InvalidOperationException("alice@example.org"));
        using var second = _host.Ledger.Watch(_person, _ => told++);
        await _host.Ledger.GrantAsync(_person, "marketing");

        await _host.Ledger.WithdrawAsync(_person, "marketing");

        Assert.Equal(2, told);
        Assert.Equal("ConsentWithdrawn", In("marketing", () => new Contact { Id = 7, Email = "value" }.Email));
        Assert.Equal(2, _host.Log.At(LogLevel.Error).Count);
        Assert.All(_host.Log.Entries, e => Assert.DoesNotContain("alice", e.Text));
        Assert.Contains("InvalidOperationException", _host.Log.Entries[0].Text);
    }

    [Fact]
    public async Task Receipt_IsTheEntryThatDecides_NotTheLastOne()
    {
        // Granting the whole does not revive the part that was withdrawn before: the withdrawal decides, though a grant came later.
        await _host.Ledger.GrantAsync(_person, "marketing.email");
        await _host.Ledger.WithdrawAsync(_person, "marketing.email");
        await _host.Ledger.GrantAsync(_person, "marketing");

        Assert.Equal((ConsentAction.Withdraw, 2), await Receipt("marketing.email"));
        Assert.Equal((ConsentAction.Grant, 3), await Receipt("marketing"));
    }

    [Fact]
    public async Task Receipt_OfARestrictedPerson_IsTheRestriction_UntilItIsLifted()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        await _host.Ledger.RestrictAsync(_person, "contested");
        Assert.Equal((ConsentAction.Restrict, 2), await Receipt("marketing"));

        await _host.Ledger.LiftRestrictionAsync(_person);
        Assert.Equal((ConsentAction.Grant, 1), await Receipt("marketing"));
    }

    [Fact]
    public async Task Receipt_ForLegitimateInterests_IsTheObjection_OrTheGrantThatAnsweredIt()
    {
        Assert.Null(await _host.Ledger.ReceiptAsync(_person, "analytics"));
        await _host.Ledger.ObjectAsync(_person, "analytics");
        Assert.Equal((ConsentAction.Object, 1), await Receipt("analytics"));
        await _host.Ledger.GrantAsync(_person, "analytics");
        Assert.Equal((ConsentAction.Grant, 2), await Receipt("analytics"));
        Assert.Null(await _host.Ledger.ReceiptAsync(_person, "support"));
    }

    /// <summary>The later grants answer none of the withdrawals, which lie further down: each of these was compared with all of them.</summary>
    [Fact]
    public async Task PersonWhoChangesTheirMindOnSeveralNamesThousandsOfTimes_IsAnsweredInNoTime()
    {
        const int Times = 60_000;
        for (var i = 0; i < Times; i++)
        {
            await _host.Ledger.WithdrawAsync(_person, "marketing.email");
            await _host.Ledger.GrantAsync(_person, "marketing.email");
        }

        for (var i = 0; i < Times; i++)
            await _host.Ledger.GrantAsync(_person, "marketing");
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.True(_host.Decisions.Decide(_person, "contact.email", "marketing.email").Allowed);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));

        await _host.Ledger.WithdrawAsync(_person, "marketing.email");
        await _host.Ledger.GrantAsync(_person, "marketing");
        Assert.Equal(Refusal.ConsentWithdrawn, _host.Decisions.Decide(_person, "contact.email", "marketing.email").Refusal);
    }

    [Fact]
    public async Task EntriesAndEvidence_PrintNeitherReasonNorActorNorReference()
    {
        await _host.Ledger.GrantAsync(_person, "marketing", new ConsentEvidence { NoticeVersion = "2026-11", Channel = "web", Reference = "form of Alice", Actor = "bob@example.org" });
        await _host.Ledger.RestrictAsync(_person, "says she is not Alice");

        var printed = string.Join("\n", await _host.Ledger.HistoryAsync(_person));

        Assert.DoesNotContain("Alice", printed);
        Assert.DoesNotContain("bob", printed);
        Assert.Contains("2026-11", printed);
        Assert.Contains("Grant", printed);
        Assert.Contains("marketing", printed);
    }

    [Fact]
    public async Task CancelledCalls_ChangeAndTellNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var told = 0;
        using var watch = _host.Ledger.Watch(_person, _ => told++);
        var calls = new Func<IConsentLedger, Task>[]
        {
            l => l.GrantAsync(_person, "marketing", null, cancelled.Token),
            l => l.WithdrawAsync(_person, "marketing", cancelled.Token),
            l => l.ObjectAsync(_person, "analytics", cancelled.Token),
            l => l.RestrictAsync(_person, "contested", cancelled.Token),
            l => l.LiftRestrictionAsync(_person, cancelled.Token),
            l => l.HistoryAsync(_person, cancelled.Token),
            l => l.ReceiptAsync(_person, "marketing", cancelled.Token),
        };

        foreach (var call in calls)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call(_host.Ledger));

        Assert.Empty(await _host.Ledger.HistoryAsync(_person));
        Assert.Equal(0, told);
    }

    [Fact]
    public async Task Tenant_IsAskedOfTheRootProvider_WhereAnAmbientRequestIsKnown()
    {
        using var host = new TestHost(
            configure: o => o.Tenant = services => services.GetRequiredService<AmbientRequest>().Tenant,
            services: s => s.AddSingleton<AmbientRequest>(),
            start: false);
        ((IDisposable)_host.Services).Dispose();
        host.Services.UseEthicsCrm();
        var request = host.Services.GetRequiredService<AmbientRequest>();

        request.Tenant = "one";
        await host.Ledger.GrantAsync(_person, "marketing");
        Assert.Equal("value", In("marketing", () => new Contact { Id = 7, Email = "value" }.Email));
        Assert.True(host.Decisions.Decide(_person, "contact.email", "marketing").Allowed);

        request.Tenant = "two";
        Assert.Equal("ConsentMissing", In("marketing", () => new Contact { Id = 7, Email = "value" }.Email));
        Assert.False(host.Decisions.Decide(_person, "contact.email", "marketing").Allowed);
        Assert.Empty(await host.Ledger.HistoryAsync(_person));
    }

    private async Task<(ConsentAction, long)> Receipt(string purpose) => await _host.Ledger.ReceiptAsync(_person, purpose) is { } entry ? (entry.Action, entry.Sequence) : default;

    /// <summary>As IHttpContextAccessor: one for the application, with what flows in it.</summary>
    private sealed class AmbientRequest
    {
        private readonly AsyncLocal<string?> _tenant = new();

        public string? Tenant
        {
            get => _tenant.Value;
            set => _tenant.Value = value;
        }
    }
}
