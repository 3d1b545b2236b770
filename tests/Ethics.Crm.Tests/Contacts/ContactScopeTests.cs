using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>Where code says that it contacts people, the first read about a person is the contact, and what the purpose says of contacts is kept by the gate.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContactScopeTests : ContactApplication
{
    public ContactScopeTests()
        : base(Policy.Replace("\"billing\":", "\"offers\": { \"basis\": \"contract\", \"frequency\": \"1/P1D\" }, \"billing\":").Replace("\"support\", \"marketing\"", "\"support\", \"offers\", \"marketing\""))
    {
    }

    [Fact]
    public async Task FirstReadIsTheContact_AndFurtherOnesOfThePersonBelongToIt()
    {
        var contact = Contact();
        using (Scopes.Enter("marketing.email", "email"))
        {
            Assert.Equal("value", Outcome(() => contact.Email));
            Assert.Equal("note", Outcome(() => contact.Note));
            Assert.Equal("value", Outcome(() => Contact().Email));
            Assert.Equal("value", Outcome(() => contact.Email));
        }

        Assert.Equal(1, Recorded);
        Assert.Equal("Frequency", Sent("marketing.email", "email", () => contact.Email));
        Assert.Equal("Frequency", await Tried(7, "marketing.email", "email"));
        Assert.Equal("value", Sent("marketing.email", "sms", () => contact.Email));
        Assert.Equal("value", Sent("marketing.email", "email", () => Contact(9).Email));
        Assert.Equal(3, Recorded);
    }

    [Fact]
    public async Task WhatWasTriedBesideTheScope_TakesItsPlaces()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal("value", await Tried(7, "marketing", "email"));

        Assert.Equal("Frequency", Sent("marketing", "email", () => Contact().Email));
        Host.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal("value", Sent("marketing", "email", () => Contact().Email));
    }

    [Fact]
    public void ScopeThatReadsNobody_ContactsNobody()
    {
        using (Scopes.Enter("marketing", "email"))
            _ = Contact().StoredEmail;

        Assert.Equal(0, Recorded);
    }

    [Fact]
    public void Refusal_SaysWhy_AndWhatWouldChangeIt_AndNoValue()
    {
        using var scope = Scopes.Enter("marketing", "email");
        var night = Assert.Throws<PurposeViolationException>(() => Contact(8).Email);

        Assert.Equal((Refusal.QuietHours, "Contact.Email", "marketing"), (night.Refusal, night.Member, night.Purposes.Single()));
        Assert.Equal(
            "'Contact.Email' was read to contact somebody by 'email': 'marketing' contacts nobody between 21:00 and 08:00, and it is that time for the person. Wait until the quiet hours are over.",
            night.Message);
        Assert.Equal("QuietHours", Outcome(() => Contact(8).Note));
        Assert.Equal(0, Recorded);
    }

    [Fact]
    public void ChannelThatThePurposeDoesNotHave_IsRefused_WithThoseThatItHas()
    {
        using var scope = Scopes.Enter("marketing.email", "pigeon");
        var refused = Assert.Throws<PurposeViolationException>(() => Contact().Email);

        Assert.Equal(Refusal.NotPermitted, refused.Refusal);
        Assert.EndsWith("'marketing' contacts nobody by 'pigeon'. Use email or sms, or add it to \"channels\" in the policy, and tell people.", refused.Message);
    }

    [Fact]
    public async Task WhatLabelsOrThePersonRefuse_TakesNoPlace()
    {
        await Host.Ledger.WithdrawAsync(TestHost.Person(9), "marketing");
        using (Scopes.Enter("marketing.email", "email"))
        {
            Assert.Equal("NotPermitted", Outcome(() => Contact().Age.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            Assert.Equal("ConsentWithdrawn", Outcome(() => Contact(9).Email));
            Assert.Equal(0, Recorded);
            Assert.Equal("value", Outcome(() => Contact().Email));
        }

        Assert.Equal(1, Recorded);
    }

    [Fact]
    public void PurposeWithoutTerms_IsReadAsAnywhere_AndIsNoContact()
    {
        Assert.Equal("value", Sent("support", "pigeon", () => Contact(8).Email));
        Assert.Equal("value", Sent("support", "pigeon", () => Contact(0).Email));
        Assert.Equal("ConsentMissing", Sent("marketing", "email", () => Contact(12).Email));
        Assert.Equal(0, Recorded);
    }

    [Fact]
    public void PersonOfWhomNothingIsKnown_IsNotContacted()
    {
        Assert.Equal("SubjectUnknown", Sent("offers", "email", () => Contact(0).Email));
        Assert.Equal("value", In("offers", () => Contact(0).Email));
        Assert.Equal(0, Recorded);

        // Quiet hours of somebody whose clock is not known.
        Zones.Remove("7");
        Assert.Equal("QuietHours", Sent("marketing", "email", () => Contact().Email));
        Assert.Equal("value", Sent("offers", "email", () => Contact().Email));
    }

    [Fact]
    public void SeveralPeople_AreAllContacted_OrNoneIs()
    {
        Assert.Equal("QuietHours", Sent("marketing", "email", () => Between(7, 8).Text));
        Assert.Equal(0, Recorded);
        Assert.Equal("value", Sent("marketing.email", "email", () => Contact(9).Email));
        Assert.Equal("Frequency", Sent("marketing.email", "email", () => Between(7, 9).Text));
        Assert.Equal("value", Sent("marketing.email", "email", () => Contact().Email));
        Assert.Equal(2, Recorded);

        Zones["8"] = Berlin;
        using (Scopes.Enter("marketing", "sms"))
        {
            Assert.Equal("value", Outcome(() => Contact().Email));
            Assert.Equal("value", Outcome(() => Between(7, 8).Text));
            Assert.Equal("value", Outcome(() => Contact(8).Email));
        }

        Assert.Equal(4, Recorded);
    }

    [Fact]
    public async Task KeysOfOnePerson_AreContactedAsOne()
    {
        var merges = Host.Services.GetRequiredService<IPersonMerges>();
        var merge = await merges.MergeAsync(TestHost.Person(7), TestHost.Person(9));
        using (Scopes.Enter("marketing.email", "email"))
        {
            Assert.Equal("value", Outcome(() => Contact().Email));
            Assert.Equal("value", Outcome(() => Contact(9).Email));
            Assert.Equal("value", Outcome(() => Between(7, 9).Text));
            Assert.Equal(1, Recorded);

            // They are two after all: the other one has not been asked about.
            await merges.UndoAsync(merge);
            Assert.Equal("value", Outcome(() => Contact(9).Email));
            Assert.Equal(2, Recorded);
        }

        await merges.MergeAsync(TestHost.Person(7), TestHost.Person(9));
        Assert.Equal("Frequency", Sent("marketing.email", "email", () => Contact(9).Email));
        Assert.Equal("value", Sent("marketing", "sms", () => Between(7, 9).Text));
        Assert.Equal(3, Recorded);
    }

    /// <summary>Whichever key they are read by: what may not be now for one of them may not be for the person.</summary>
    [Fact]
    public async Task KeysOfOnePerson_HaveOneNight_AndTheStricterOneCounts()
    {
        var merge = await Host.Services.GetRequiredService<IPersonMerges>().MergeAsync(TestHost.Person(7), TestHost.Person(8));

        Assert.Equal("QuietHours", Sent("marketing", "email", () => Contact(8).Email));
        Assert.Equal("QuietHours", Sent("marketing", "email", () => Contact(7).Email));
        Assert.Equal("QuietHours", await Tried(7, "marketing", "email"));
        Zones.Remove("8");
        Assert.Equal("value", Sent("marketing", "email", () => Contact(7).Email));
        Zones["8"] = Auckland;
        await Host.Services.GetRequiredService<IPersonMerges>().UndoAsync(merge);
        Assert.Equal("value", Sent("marketing", "email", () => Contact(7).Email));
    }

    [Fact]
    public async Task SeveralPurposes_AreOneContact_AndEachKeepsItsTerms()
    {
        using (Scopes.Enter(["marketing", "marketing.email", "offers"], "email"))
            Assert.Equal("value", Outcome(() => Contact().Email));

        Assert.Equal(1, Recorded);
        Assert.Equal("Frequency", await Tried(7, "marketing.email", "email"));
        Assert.Equal("Frequency", await Tried(7, "offers", "email"));
        Assert.Equal("value", await Tried(7, "marketing", "email"));
        Assert.Equal("value", await Tried(7, "marketing", "email"));
        Assert.Equal("Frequency", await Tried(7, "marketing", "email"));

        // One of them refuses for all, and then none of them has taken a place.
        using (Scopes.Enter(["marketing", "offers"], "email"))
            Assert.Equal("Frequency", Outcome(() => Contact(7).Email));
        using (Scopes.Enter(["offers", "marketing"], "email"))
            Assert.Equal("QuietHours", Outcome(() => Contact(8).Email));
        Assert.Equal("value", await Tried(8, "offers", "email"));
    }

    [Fact]
    public void ReadsOutsideOfContactScopes_AreAsTheyWere()
    {
        var contact = Contact(8);
        Assert.Equal("value", In("marketing", () => contact.Email));
        Assert.Equal("QuietHours", Sent("marketing", "email", () => contact.Email));
        Assert.Equal("value", In("marketing", () => contact.Email));
        Assert.Equal("NoScope", Outcome(() => contact.Email));
        Assert.Equal(0, Recorded);
    }

    [Fact]
    public void Opening_NeedsPurposeAndChannel()
    {
        Assert.Throws<ArgumentException>(() => Scopes.Enter("marketing", " "));
        Assert.Throws<ArgumentException>(() => Scopes.Enter(" ", "email"));
        Assert.Throws<ArgumentException>(() => Scopes.Enter([], "email"));
        Assert.Throws<ArgumentException>(() => Scopes.Enter((string[])null!, "email"));
        Assert.Equal("UnknownPurpose", Sent("astrology", "email", () => Contact().Email));
        Assert.Equal("NoScope", Outcome(() => Contact().Email));
    }

    private static Message Between(int from, int to) => new() { From = from, To = to, Text = "value" };
}
