using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>One id in two tenants is two people, through every public call.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class TenantTests : IDisposable
{
    private static readonly SubjectKey North = new("north", "patient", "7");
    private static readonly SubjectKey South = new("south", "patient", "7");

    private readonly TestHost _host = new(TestHost.With("""
        "recipients": { "mailer": { "role": "processor", "for": ["marketing"], "categories": ["contact"] } }
        """));
    private readonly Patient _north = new() { Number = 7, Clinic = "north", Email = "value" };
    private readonly Patient _south = new() { Number = 7, Clinic = "south", Email = "value" };
    private readonly Patient _nowhere = new() { Number = 7, Email = "value" };

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task GrantAndWithdraw_AreOfOneTenant_InReadsDecisionsAndLists()
    {
        await _host.Ledger.GrantAsync(North, "marketing");
        Answers("marketing", north: true, south: false);
        await _host.Ledger.GrantAsync(South, "marketing");
        await _host.Ledger.WithdrawAsync(North, "marketing");
        Answers("marketing", north: false, south: true);
    }

    [Fact]
    public async Task ObjectionAndRestriction_AreOfOneTenant()
    {
        await _host.Ledger.ObjectAsync(South, "analytics");
        Answers("analytics", north: true, south: false);
        await _host.Ledger.RestrictAsync(North, "contested");
        Answers("support", north: false, south: true);
        await _host.Ledger.LiftRestrictionAsync(South);
        Answers("support", north: false, south: true);
        await _host.Ledger.LiftRestrictionAsync(North);
        Answers("support", north: true, south: true);
    }

    [Fact]
    public async Task HistoryReceiptsAndWatchers_AreOfOneTenant()
    {
        var told = 0;
        using var watch = _host.Ledger.Watch(South, _ => told++);
        await _host.Ledger.GrantAsync(North, "marketing");

        Assert.Single(await _host.Ledger.HistoryAsync(North));
        Assert.Empty(await _host.Ledger.HistoryAsync(South));
        Assert.Empty(await _host.Ledger.HistoryAsync(North with { Tenant = null }));
        Assert.NotNull(await _host.Ledger.ReceiptAsync(North, "marketing"));
        Assert.Null(await _host.Ledger.ReceiptAsync(South, "marketing"));
        var receipts = _host.Services.GetRequiredService<IConsentReceipts>();
        Assert.Contains("\"north\"", (await receipts.IssueAsync(North, "marketing"))!.ToJson());
        Assert.Null(await receipts.IssueAsync(South, "marketing"));
        Assert.Equal(0, told);
        await _host.Ledger.GrantAsync(South, "marketing");
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task DisclosuresAndBoundValues_AreOfOneTenant()
    {
        await _host.Ledger.GrantAsync(North, "marketing");
        var disclosures = _host.Services.GetRequiredService<IDisclosures>();
        await disclosures.RecordAsync(new Disclosure(_host.Clock.GetUtcNow(), "mailer", ["marketing"], ["contact.email"], [North], "post"));
        Assert.Single(await disclosures.OfAsync(North));
        Assert.Empty(await disclosures.OfAsync(South));
        Assert.Equal("value", await OpenAsync(_north));
        await Assert.ThrowsAsync<PurposeViolationException>(() => OpenAsync(_south));
        Assert.True(_host.Decisions.Decide(North, "contact.email", "marketing", "mailer").Allowed);
        Assert.False(_host.Decisions.Decide(South, "contact.email", "marketing", "mailer").Allowed);
    }

    private static async Task<string?> OpenAsync(Patient patient)
    {
        using (PurposeScope.Enter("marketing"))
            return await Bound.From(patient, static p => p.Email).OpenAsync();
    }

    private void Answers(string purpose, bool north, bool south)
    {
        Assert.Equal((north, south), (In(purpose, () => _north.Email) == "value", In(purpose, () => _south.Email) == "value"));
        Assert.Equal((north, south), (Decide(North), Decide(South)));
        var permitted = new[] { _north, _south, _nowhere }.PermittedFor(purpose).ToList();
        Assert.Equal((north, south), (permitted.Contains(_north), permitted.Contains(_south)));

        bool Decide(SubjectKey person) => _host.Decisions.Decide(person, "contact.email", purpose).Allowed;
    }
}
