using System.Net;

namespace Ethics.Crm.Fabrikam.Tests;

/// <summary>What is sent to whom, and what people's decisions change at the very next run.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class CampaignTests : IAsyncLifetime
{
    private const int NewsletterByMail = 1;
    private const int NewsletterByText = 2;
    private const int Offers = 3;

    private RunningCrm _crm = null!;

    public async Task InitializeAsync() => _crm = await RunningCrm.StartAsync();

    public async Task DisposeAsync() => await _crm.DisposeAsync();

    [Fact]
    public async Task TextCampaign_IsRefusedTheNumber_AndSendsNothing()
    {
        await ConsentAsync(1, 2, 3);

        var run = await _crm.RunCampaignAsync(NewsletterByText);

        Assert.Equal("NotPermitted: Contact.Phone", run[1]);
        Assert.Equal("NotPermitted: Contact.Phone", run[2]);
        Assert.Empty(_crm.Sent.Texts);
        Assert.Empty(_crm.Sent.Mails);
    }

    [Fact]
    public async Task MailCampaign_ReachesThosePeople()
    {
        await ConsentAsync(1, 2, 3);

        var run = await _crm.RunCampaignAsync(NewsletterByMail);

        Assert.All(run.Values, Assert.Null);
        Assert.Equal(["ada@example.com", "edsger@example.com", "grace@example.com"], _crm.Sent.Mails.Order());
    }

    [Fact]
    public async Task Withdrawal_EndsTheVeryNextMail_OfHerAlone_UntilSheConsentsAgain()
    {
        await ConsentAsync(1, 2, 3);
        await _crm.RunCampaignAsync(NewsletterByMail);
        _crm.Sent.Mails.Clear();

        await _crm.DecideAsync(HttpMethod.Delete, 2, "consents/newsletter");
        var without = await _crm.RunCampaignAsync(NewsletterByMail);

        Assert.StartsWith("ConsentWithdrawn: Contact.", without[2]);
        Assert.Null(without[1]);
        Assert.Equal(["ada@example.com", "edsger@example.com"], _crm.Sent.Mails.Order());

        _crm.Sent.Mails.Clear();
        await ConsentAsync(2);
        var again = await _crm.RunCampaignAsync(NewsletterByMail);

        Assert.All(again.Values, Assert.Null);
        Assert.Contains("grace@example.com", _crm.Sent.Mails);
    }

    [Fact]
    public async Task Objection_StopsOffers_WhichNobodyHadToConsentTo()
    {
        Assert.All((await _crm.RunCampaignAsync(Offers)).Values, Assert.Null);
        _crm.Sent.Mails.Clear();

        await _crm.DecideAsync(HttpMethod.Put, 1, "objections/offers");
        var run = await _crm.RunCampaignAsync(Offers);

        Assert.StartsWith("Objection: Contact.", run[1]);
        Assert.Equal(["edsger@example.com", "grace@example.com"], _crm.Sent.Mails.Order());
        Assert.Equal(HttpStatusCode.OK, (await _crm.GetAsync("/contacts/1/phone", "support-desk")).Status);
    }

    [Fact]
    public async Task Offers_ComeTwiceAWeekAtMost_WhateverElseIsSent()
    {
        await ConsentAsync(1, 2, 3);
        for (var i = 0; i < 2; i++)
            Assert.All((await _crm.RunCampaignAsync(Offers)).Values, Assert.Null);
        Assert.Equal(6, _crm.Sent.Mails.Count);

        Assert.All((await _crm.RunCampaignAsync(Offers)).Values, static refused => Assert.Equal("Frequency: Contact.Email", refused));
        Assert.Equal(6, _crm.Sent.Mails.Count);
        Assert.All((await _crm.RunCampaignAsync(NewsletterByMail)).Values, Assert.Null);
        Assert.Equal(9, _crm.Sent.Mails.Count);
    }

    [Fact]
    public async Task Preview_TellsWhoWouldBeReached_WithoutReading()
    {
        await ConsentAsync(1);

        var preview = await _crm.JsonAsync("/campaigns/1/preview");

        Assert.Equal("reached", preview.GetProperty("1").GetString());
        Assert.Contains("consent", preview.GetProperty("2").GetString());
        Assert.Empty(_crm.Sent.Mails);
    }

    [Fact]
    public async Task LeadThatBecomesAContact_KeepsItsPurposes()
    {
        Assert.Equal((HttpStatusCode.OK, "555-0107"), await _crm.GetAsync("/leads/7/phone"));
        Assert.Equal(HttpStatusCode.NoContent, (await _crm.SendAsync(HttpMethod.Post, "/leads/7/convert")).Status);

        // The salesperson still has the number; the support desk, which may call other contacts, was never given it.
        Assert.Equal((HttpStatusCode.OK, "555-0107"), await _crm.GetAsync("/leads/7/phone"));
        Assert.Equal(HttpStatusCode.NotFound, (await _crm.GetAsync("/contacts/7/phone", "support-desk")).Status);
        var support = await _crm.JsonAsync("/contacts/7", "support-desk");
        Assert.Equal("Barbara", support.GetProperty("name").GetString());
        Assert.DoesNotContain(support.EnumerateObject(), p => p.Name == "salesPhone");
        var sales = await _crm.JsonAsync("/contacts/7", "sales-app");
        Assert.Equal("555-0107", sales.GetProperty("salesPhone").GetString());
    }

    [Fact]
    public async Task WhatALeadDecided_HoldsForTheContact()
    {
        await ConsentAsync(7);
        await _crm.DecideAsync(HttpMethod.Put, 7, "objections/offers");
        await _crm.SendAsync(HttpMethod.Post, "/leads/7/convert");

        var newsletter = await _crm.RunCampaignAsync(NewsletterByMail);
        var offers = await _crm.RunCampaignAsync(Offers);

        Assert.Null(newsletter[7]);
        Assert.StartsWith("ConsentMissing: Contact.", newsletter[1]);
        Assert.StartsWith("Objection: Contact.", offers[7]);
        Assert.Null(offers[1]);
    }

    [Fact]
    public async Task DecisionThatMakesNoSense_IsAnsweredInWords()
    {
        var (status, text) = await _crm.SendAsync(HttpMethod.Delete, "/people/1/consents/support");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("support", text);
        Assert.Equal(HttpStatusCode.BadRequest, (await _crm.SendAsync(HttpMethod.Put, "/people/1/consents/suport")).Status);
    }

    [Fact]
    public async Task Decisions_AreShownToThePerson()
    {
        await ConsentAsync(1);
        await _crm.DecideAsync(HttpMethod.Delete, 1, "consents/newsletter");

        Assert.Equal(["Grant", "Withdraw"], (await _crm.JsonAsync("/people/1/decisions")).EnumerateArray().Select(static one => one.GetProperty("action").GetString()));
        Assert.Equal(0, (await _crm.JsonAsync("/people/2/decisions")).GetArrayLength());
    }

    /// <summary>What a newcomer meets first: no provider, and the address that the start has told.</summary>
    [Fact]
    public async Task ProviderThatDoesNotAnswer_AndThePlaceToBegin_AreAnsweredInWords()
    {
        await ConsentAsync(1);

        var (status, text) = await _crm.SendAsync(HttpMethod.Put, "/newsletter/members/1");
        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Contains("--mail-provider", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", text, StringComparison.Ordinal);
        Assert.Contains("README.md", (await _crm.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    private async Task ConsentAsync(params int[] people)
    {
        foreach (var person in people)
            await _crm.DecideAsync(HttpMethod.Put, person, "consents/newsletter");
    }
}
