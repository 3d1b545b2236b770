using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>The paragraph on consent of the contract, sentence by sentence.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ConsentLawTests : IDisposable
{
    private readonly TestHost _host = new();
    private readonly Contact _contact = new() { Id = 7, Email = "value" };
    private readonly SubjectKey _person = TestHost.Person(7);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task GrantOnAnAncestor_Covers()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");

        Assert.Equal("value", In("marketing.email", () => _contact.Email));
    }

    [Fact]
    public async Task GrantOnADescendant_DoesNotCoverItsAncestor()
    {
        await _host.Ledger.GrantAsync(_person, "marketing.email");

        Assert.Equal("value", In("marketing.email", () => _contact.Email));
        Assert.Equal("ConsentMissing", In("marketing", () => _contact.Email));
    }

    [Fact]
    public async Task GrantOnTheWhole_DoesNotReviveAnEarlierWithdrawalOfAPart()
    {
        await _host.Ledger.GrantAsync(_person, "marketing.email");
        await _host.Ledger.WithdrawAsync(_person, "marketing.email");
        await _host.Ledger.GrantAsync(_person, "marketing");

        Assert.Equal("value", In("marketing", () => _contact.Email));
        Assert.Equal("ConsentWithdrawn", In("marketing.email", () => _contact.Email));
    }

    [Fact]
    public async Task GrantOnAPart_AfterWithdrawalOfTheWhole_GivesThePartAlone()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        await _host.Ledger.WithdrawAsync(_person, "marketing");
        await _host.Ledger.GrantAsync(_person, "marketing.email");

        Assert.Equal("value", In("marketing.email", () => _contact.Email));
        Assert.Equal("ConsentWithdrawn", In("marketing", () => _contact.Email));
    }

    [Fact]
    public async Task WithdrawingWhatALegitimateInterestPermits_AdvisesAnObjection_WhichStopsIt()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _host.Ledger.WithdrawAsync(_person, "analytics"));

        Assert.Contains("(ObjectAsync)", error.Message);
        Assert.DoesNotContain("RestrictAsync", error.Message);
        await _host.Ledger.ObjectAsync(_person, "analytics");
        Assert.Equal("Objection", In("analytics", () => _contact.Email));
    }

    [Theory, InlineData("support"), InlineData("billing")]
    public async Task WithdrawingOrObjectingWhereTheBasisKnowsNeither_AdvisesARestriction(string purpose)
    {
        foreach (var attempt in new Func<SubjectKey, string, CancellationToken, Task>[] { _host.Ledger.WithdrawAsync, _host.Ledger.ObjectAsync })
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(() => attempt(_person, purpose, default));
            Assert.Contains("(RestrictAsync)", error.Message);
            Assert.DoesNotContain("ObjectAsync", error.Message);
        }

        await _host.Ledger.RestrictAsync(_person, "disputed");
        Assert.Equal("Restriction", In("support", () => _contact.Email));
    }

    [Fact]
    public async Task UnknownPurpose_IsAnArgumentException_ThatSuggestsTheNearest()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _host.Ledger.GrantAsync(_person, "marketting"));

        Assert.Contains("did you mean 'marketing'", error.Message);
    }

    [Fact]
    public async Task RestrictionWithoutReason_IsAnArgumentException() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Ledger.RestrictAsync(_person, " "));

    [Fact]
    public async Task CancelledGrant_RecordsNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.Ledger.GrantAsync(_person, "marketing", ct: cancelled.Token));

        Assert.Empty(await _host.Ledger.HistoryAsync(_person));
        Assert.Equal("ConsentMissing", In("marketing", () => _contact.Email));
    }

    [Fact]
    public async Task History_Receipt_AndWatch_TellWhatWasDecided()
    {
        var seen = new List<ConsentAction>();
        var watch = _host.Ledger.Watch(_person, e => seen.Add(e.Action));
        await _host.Ledger.GrantAsync(_person, "marketing", new ConsentEvidence { NoticeVersion = "2026-11", Channel = "web" });
        await _host.Ledger.WithdrawAsync(_person, "marketing");
        watch.Dispose();
        await _host.Ledger.GrantAsync(_person, "marketing.email");

        var history = await _host.Ledger.HistoryAsync(_person);
        Assert.Equal([ConsentAction.Grant, ConsentAction.Withdraw, ConsentAction.Grant], history.Select(e => e.Action));
        Assert.Equal("2026-11", history[0].Evidence!.NoticeVersion);
        Assert.Equal(_host.Clock.GetUtcNow(), history[0].At);
        Assert.Equal([ConsentAction.Grant, ConsentAction.Withdraw], seen);
        Assert.Equal(ConsentAction.Withdraw, (await _host.Ledger.ReceiptAsync(_person, "marketing"))!.Action);
        Assert.Null(await _host.Ledger.ReceiptAsync(TestHost.Person(8), "marketing"));
    }
}
