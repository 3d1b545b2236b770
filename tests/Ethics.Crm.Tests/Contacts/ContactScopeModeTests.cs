using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>No mode lets a contact pass that the log refuses; what is redacted is none.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContactScopeModeTests : ContactApplication
{
    private static string Under(string enforcement) => Policy.TrimEnd().TrimEnd('}') + $", \"enforcement\": {enforcement} }}";

    [Fact]
    public void Audit_LetsNoContactPass_ThatTheLogRefuses()
    {
        Assert.True(Host.Reload(Under("""{ "default": "audit" }""")));

        // A consent that was never given passes a read, and no letter.
        Assert.Equal("value", In("marketing", () => Contact(12).Email));
        Zones["12"] = Berlin;
        Assert.Equal("ConsentMissing", Sent("marketing", "email", () => Contact(12).Email));
        Assert.Equal("QuietHours", Sent("marketing", "email", () => Contact(8).Email));
        Assert.Equal("NotPermitted", Sent("marketing", "pigeon", () => Contact().Email));
        Assert.Equal("SubjectUnknown", Sent("marketing", "email", () => Contact(0).Email));
        Assert.Equal(0, Recorded);
        Assert.Equal("value", Sent("marketing.email", "email", () => Contact().Email));
        Assert.Equal("Frequency", Sent("marketing.email", "email", () => Contact().Email));

        // What it lets pass of labels is a contact all the same.
        Assert.Equal("30", Sent("marketing", "sms", () => Contact(9).Age.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(2, Recorded);
    }

    [Fact]
    public void Redact_ShowsWhatStandsForTheValue_AndTakesNoPlace()
    {
        Assert.True(Host.Reload(Under("""{ "default": "redact" }""")));

        Assert.Equal("•••", Sent("marketing", "email", () => Contact(8).Email));
        Assert.Equal("null", Sent("marketing", "email", () => Contact(8).Note));
        Assert.Equal("•••", Sent("marketing", "email", () => Contact(12).Email));
        Assert.Equal(0, Recorded);
        Assert.Equal("value", Sent("marketing", "email", () => Contact().Email));
    }

    [Fact]
    public void Writes_ContactNobody_AndDestroyNothing()
    {
        Assert.True(Host.Reload(Under("""{ "default": "redact" }""")));
        var (day, night) = (Contact(), Contact(8));
        using (Scopes.Enter("marketing", "email"))
        {
            day.Email = "new";
            day.Email = "•••";
            Assert.Equal(("•••", 0), (day.StoredEmail, Recorded));

            // What a read was shown in place of the value is not written back.
            Assert.Equal("•••", Outcome(() => night.Email));
            night.Email = "•••";
            Assert.Equal("value", night.StoredEmail);
            night.Email = "new";
            Assert.Equal("new", night.StoredEmail);
        }

        Assert.Equal(0, Recorded);
    }

    /// <summary>Shown in place of the value because nobody knows whom it is about, or because the scope had ended: the form posts it back all the same.</summary>
    [Fact]
    public void WhatWasRedacted_WhyeverTheContactWasRefused_DestroysNothing()
    {
        Assert.True(Host.Reload(Under("""{ "default": "redact" }""").Replace("\"support\":         { \"basis\": \"contract\" }", "\"support\": { \"basis\": \"contract\", \"frequency\": \"1/P1D\" }")));
        var (nobody, late) = (Contact(0), Contact());
        using (Scopes.Enter("support", "email"))
        {
            Assert.Equal("•••", Outcome(() => nobody.Email));
            nobody.Email = nobody.Email;
        }

        var ended = Scopes.Enter("support", "email");
        using (PurposeScope.Enter("support"))
        {
            ended.Dispose();
            Assert.Equal("•••", Outcome(() => late.Email));
            late.Email = late.Email;
            late.Note = "note";
        }

        Assert.Equal(("value", "value", 0), (nobody.StoredEmail, late.StoredEmail, Recorded));
    }
}
