using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Json;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Origins;

/// <summary>Data that somebody else gave may be used once the person has been told where it comes from.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class SourceTests : IDisposable
{
    private const string Sources = "\"sources\": { \"web-form\": { \"direct\": true }, \"bought-list\": { \"direct\": false } }";
    private const string Bought = "Ethics.Crm.Tests.Origins.Prospect.Bought";

    private readonly TestHost _host = new(Policy());
    private readonly Prospect _prospect = new() { Id = 7 };

    public void Dispose() => _host.Dispose();

    private ISourceNotices Notices => _host.Services.GetRequiredService<ISourceNotices>();

    [Fact]
    public async Task BoughtData_IsUsed_OnceThatPersonHasBeenTold()
    {
        var other = new Prospect { Id = 8 };
        Assert.Equal("SourceUntold", In("support", () => _prospect.Bought));
        Assert.Equal("value", In("support", () => _prospect.Given));
        Assert.Equal("value", In("support", () => _prospect.Plain));

        await Notices.RecordAsync(TestHost.Person(7), "bought-list", new ConsentEvidence { Channel = "post" });

        Assert.Equal("value", In("support", () => _prospect.Bought));
        Assert.Equal("ConsentMissing", In("marketing", () => _prospect.Bought));
        Assert.Equal("SourceUntold", In("support", () => other.Bought));
        Assert.Equal(("bought-list", _host.Clock.GetUtcNow(), "post"), (await Notices.OfAsync(TestHost.Person(7))).Select(static n => (n.Source, n.At, n.Evidence!.Channel)).Single());
        Assert.Empty(await Notices.OfAsync(TestHost.Person(8)));
    }

    [Fact]
    public void WhatTheLawRequires_AsTellingThePerson_NeedsNoNotice()
    {
        Assert.Equal("value", In("fraud", () => _prospect.Bought));
        Assert.Equal("SourceUntold", In("analytics", () => _prospect.Bought));
    }

    [Fact]
    public async Task SourceThatThePolicyDoesNotKnow_IsNone()
    {
        Assert.Equal("SourceUntold", In("support", () => _prospect.Heard));
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Notices.RecordAsync(TestHost.Person(7), "bought-lists"));
        Assert.Contains("did you mean 'bought-list'?", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Notices.RecordAsync(new SubjectKey(null, "contact", ""), "bought-list"));
        Assert.Equal("SourceUntold", In("support", () => _prospect.Heard));
    }

    [Fact]
    public void NobodyInParticular_HasBeenToldNothing() => Assert.Equal("SourceUntold", In("support", static () => new Prospect().Bought));

    [Fact]
    public async Task DecisionsAndLists_SayTheSame()
    {
        Prospect[] all = [_prospect, new() { Id = 8 }];
        var before = _host.Decisions.Decide(TestHost.Person(7), Bought, "support");
        Assert.Equal((false, Refusal.SourceUntold), (before.Allowed, before.Refusal));
        Assert.Contains("ISourceNotices", before.Remedy, StringComparison.Ordinal);
        Assert.Empty(all.PermittedFor("support", static p => p.Bought));
        Assert.Empty(all.PermittedFor("support", static p => p.Company));

        await Notices.RecordAsync(TestHost.Person(7), "bought-list");

        Assert.True(_host.Decisions.Decide(TestHost.Person(7), Bought, "support").Allowed);
        Assert.False(_host.Decisions.Decide(TestHost.Person(8), Bought, "support").Allowed);
        Assert.True(_host.Decisions.Decide(TestHost.Person(8), Bought.Replace("Bought", "Given"), "support").Allowed);
        Assert.Equal([_prospect], all.PermittedFor("support", static p => p.Bought));
        Assert.Equal([_prospect], all.PermittedFor("support", static p => p.Company));
        Assert.Equal(Refusal.SourceUntold, Assert.Single(all.SplitByPermission("support", static p => p.Company).Refused).Decision.Refusal);
        Assert.Equal(all, all.PermittedFor("support"));
    }

    [Fact]
    public async Task Json_LeavesOut_WhatMayNotBeUsedYet_GuardedOrNot()
    {
        var options = Serialising.Options(Metadata.Reflected);
        _prospect.EmailAt = _host.Clock.GetUtcNow();
        var before = Serialising.For("support", _prospect, options);
        Assert.DoesNotContain("\"Bought\"", before, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Company\"", before, StringComparison.Ordinal);
        Assert.Contains("\"Given\"", before, StringComparison.Ordinal);

        await Notices.RecordAsync(TestHost.Person(7), "bought-list");
        var after = Serialising.For("support", _prospect, options);
        Assert.Contains("\"Bought\"", after, StringComparison.Ordinal);
        Assert.Contains("\"Company\"", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MergedPersons_HaveToBeToldBoth_AndWhatIsToldLaterCountsForBoth()
    {
        await Notices.RecordAsync(TestHost.Person(7), "bought-list");
        await _host.Services.GetRequiredService<IPersonMerges>().MergeAsync(TestHost.Person(7), TestHost.Person(8));
        Assert.Equal("SourceUntold", In("support", () => _prospect.Bought));

        await Notices.RecordAsync(TestHost.Person(7), "bought-list");
        Assert.Equal("value", In("support", () => _prospect.Bought));
        Assert.Equal("value", In("support", static () => new Prospect { Id = 8 }.Bought));
    }

    /// <summary>If the merge was a mistake, it was somebody else who was told.</summary>
    [Fact]
    public async Task NoticeWhileMerged_CountsForTheOtherOnlyAsLongAsTheyAre()
    {
        var merges = _host.Services.GetRequiredService<IPersonMerges>();
        var merge = await merges.MergeAsync(TestHost.Person(7), TestHost.Person(8));
        await Notices.RecordAsync(TestHost.Person(8), "bought-list");
        Assert.Equal("value", In("support", () => _prospect.Bought));

        await merges.UndoAsync(merge);
        Assert.Equal("SourceUntold", In("support", () => _prospect.Bought));
        Assert.Equal("value", In("support", static () => new Prospect { Id = 8 }.Bought));
    }

    [Fact]
    public async Task NoticeInOneTenant_CountsInNoOther()
    {
        await Notices.RecordAsync(TestHost.Person(7) with { Tenant = "north" }, "bought-list");
        Assert.Equal("SourceUntold", In("support", () => _prospect.Bought));
        Assert.False(_host.Decisions.Decide(TestHost.Person(7) with { Tenant = "south" }, Bought, "support").Allowed);
        Assert.True(_host.Decisions.Decide(TestHost.Person(7) with { Tenant = "north" }, Bought, "support").Allowed);
    }

    [Fact]
    public void OnlyMembersFromElsewhere_LeaveTheFastPath_AndOnlyForPurposesThatAsk()
    {
        var (support, fraud) = (Runtime.PurposeBits.Find("support")!.Bit, Runtime.PurposeBits.Find("fraud")!.Bit);

        Assert.Equal(fraud, PermittedAtOnce(nameof(Prospect.Bought)));
        Assert.Equal(fraud, PermittedAtOnce(nameof(Prospect.Heard)));
        Assert.Equal(support | fraud, PermittedAtOnce(nameof(Prospect.Given)));
        Assert.Equal(support | fraud, PermittedAtOnce(nameof(Prospect.Plain)));

        ulong PermittedAtOnce(string name) => Members.PropertyGuards.Of(typeof(Prospect).GetProperty(name)!)!.Permitted & (support | fraud);
    }

    [Fact]
    public void ReloadThatTakesASourceForThePerson_IsToldAsOpening()
    {
        Assert.True(_host.Reload(Policy().Replace("\"direct\": false", "\"direct\": true")));
        Assert.Equal("value", In("support", () => _prospect.Bought));
        Assert.Contains(_host.Log.Entries, static e => e.Text.Contains("data from 'bought-list' counts as given by the person", StringComparison.Ordinal));
    }

    private static string Policy() => TestHost.With(Sources).Replace("\"basis\": \"public-task\"", "\"basis\": \"legal-obligation\"");
}
