namespace Ethics.Crm.Policy.Tests.Extends;

/// <summary>What an overlay may just not say of labels, code and sources, beside the nearest thing that it may.</summary>
public sealed class OverlayTwinTests
{
    private const string Purposes = """
        "support": { "basis": "contract" }, "billing": { "basis": "contract" }, "marketing": { "basis": "consent" }, "marketing.email": { "basis": "consent" }, "care": { "basis": "vital-interests" }, "tax": { "basis": "legal-obligation" }
        """;

    [Theory]
    // A type speaks for its members and for what is nested in it, an exact name for itself.
    [InlineData("Acme.Score.Job", "Acme.Score.Job.Run", "Acme.Score.JobX.Run")]
    [InlineData("Acme.Score.Job", "Acme.Score.Job.Inner.Run", "Acme.Score.Other")]
    [InlineData("Acme.Score.J*", "Acme.Score.Job.Run", "Acme.Score.Other.Run")]
    [InlineData("Acme.Score.Job.Run", "Acme.Score.Job.Run", "Acme.Score.Job")]
    public void CeilingOfAType_IsNotLeftByAnEntryBeneathIt(string ceiling, string wide, string narrow) =>
        AssertTwins(
            $"\"code\": {{ \"{ceiling}\": {{ \"purposes\": [\"support\"], \"only\": true }} }}", "\"c\": {}",
            $"\"code\": {{ \"{narrow}\": [\"marketing\"] }}", $"\"code\": {{ \"{wide}\": [\"marketing\"] }}", $"$.code['{wide}']");

    [Theory]
    [InlineData("[\"support\", \"marketing\"]", "[\"support\"]")]
    [InlineData("[\"support\", \"marketing\", \"marketing.email\"]", "[\"support\", \"marketing.email\"]")]
    [InlineData("[\"marketing\", \"support\"]", "null")]
    [InlineData("[\"marketing\", \"support\"]", "[\"support\", \"marketing\", \"billing\"]")]
    public void EntryThatIsSaidAgain_WorksForTheSame(string narrow, string wide) =>
        AssertTwins("\"code\": { \"Acme.**\": [\"support\", \"marketing\"] }", "\"c\": {}", $"\"code\": {{ \"Acme.**\": {narrow} }}", $"\"code\": {{ \"Acme.**\": {wide} }}", "$.code['Acme.**']");

    /// <summary>As [ForPurpose] there may say it.</summary>
    [Theory]
    [InlineData("[\"marketing\"]")]
    [InlineData("null")]
    public void MoreExactPattern_SaysWhatAPartOfTheCodeWorksFor(string entry) =>
        Assert.Empty(Sample.Read(Overlay($"\"code\": {{ \"Acme.News.**\": {entry} }}"), Base("\"code\": { \"Acme.**\": [\"support\", \"marketing\"] }", "\"c\": {}")).Errors);

    [Theory]
    [InlineData("support", "legitimate-interests", "legal-obligation")]
    [InlineData("care", "contract", "legal-obligation")]
    [InlineData("support", "vital-interests", "legal-obligation")]
    public void WhatTheLawRequires_IsTheWeakestBasis(string purpose, string narrow, string wide) =>
        AssertTwins("", "\"c\": {}", $"\"purposes\": {{ \"{purpose}\": {{ \"basis\": \"{narrow}\" }} }}", $"\"purposes\": {{ \"{purpose}\": {{ \"basis\": \"{wide}\" }} }}", $"$.purposes.{purpose}.basis");

    [Theory]
    [InlineData("{ \"title\": \"List broker\" }")]
    [InlineData("{ \"direct\": false }")]
    public void SourceThatTheBaseDoesNotCallDirect_DoesNotBecomeSo(string below) =>
        AssertTwins($"\"sources\": {{ \"list\": {below} }}", "\"c\": {}", "\"sources\": { \"list\": { \"direct\": false } }", "\"sources\": { \"list\": { \"direct\": true } }", "$.sources.list.direct");

    [Theory]
    [InlineData("{ \"category\": \"contact\", \"collectedFor\": [\"support\"] }", "{ \"category\": \"contact.phone\", \"collectedFor\": [\"support\"] }", "{ \"category\": \"contact.email\", \"collectedFor\": [\"support\"] }")]
    [InlineData("{ \"category\": \"contact\", \"collectedFor\": [\"support\"] }", "{ \"category\": \"contact.phone\", \"collectedFor\": [] }", "{ \"category\": \"contact.visits\", \"collectedFor\": [\"support\"] }")]
    [InlineData("{ \"category\": \"contact\", \"collectedFor\": [\"support\"] }", "{ \"category\": \"contact.phone\", \"collectedFor\": [\"support\"] }", "{ \"category\": \"contact.key\", \"collectedFor\": [\"support\"] }")]
    [InlineData("{ \"collectedFor\": [\"support\"] }", "{ \"category\": \"contact.phone\", \"collectedFor\": [\"support\"] }", "{ \"category\": \"contact.email\", \"collectedFor\": [\"support\"] }")]
    [InlineData("{ \"category\": \"contact\", \"collectedFor\": [\"support\"] }", "{ \"category\": \"contact.phone\", \"collectedFor\": [\"support\"] }", "{ \"category\": \"contact.phone\" }")]
    public void MemberThatIsCalledAnotherCategory_GoesNowhereElse(string below, string narrow, string wide) =>
        AssertTwins(
            $"\"recipients\": {{ \"m\": {{ \"for\": [\"support\"], \"categories\": [\"contact.email\"] }} }}, \"enforcement\": {{ \"categories\": {{ \"contact.visits\": \"audit\" }} }}, \"fields\": {{ \"Acme.Contact.*\": {below} }}",
            "\"contact\": {}, \"contact.email\": {}, \"contact.visits\": {}, \"contact.phone\": {}, \"contact.key\": { \"lookup\": true }",
            $"\"fields\": {{ \"Acme.Contact.Phone\": {narrow} }}", $"\"fields\": {{ \"Acme.Contact.Phone\": {wide} }}", "$.fields['Acme.Contact.Phone']");

    /// <summary>Each recipient that the base opens, and its enforcement, may be widened anyway.</summary>
    [Fact]
    public void WhatTheBaseOpens_DoesNotHoldACategoryBack() =>
        Sample.Table(
            Overlay("\"fields\": { \"Acme.Contact.Phone\": { \"category\": \"contact.email\", \"collectedFor\": [\"support\"] } }"),
            Base(
                "\"recipients\": { \"m\": { \"open\": true, \"for\": [\"support\"], \"categories\": [\"contact.email\"] } }, \"enforcement\": { \"open\": true, \"categories\": { \"contact.email\": \"audit\" } }, \"fields\": { \"Acme.Contact.*\": { \"category\": \"contact\", \"collectedFor\": [\"support\"] } }",
                "\"contact\": {}, \"contact.email\": {}"));

    /// <summary>What is collected for <c>a</c> may serve <c>a.b</c> by its dotted name, but nothing takes it past the consent that is asked there.</summary>
    [Theory]
    [InlineData("\"compatible\": [ { \"from\": \"a.b.c\", \"to\": \"x\" } ]", "\"compatible\": [ { \"from\": \"a\", \"to\": \"x\" } ]", "$.compatible[0]")]
    [InlineData("\"categories\": { \"c\": { \"collectedFor\": [\"a\", \"a.b\"] } }", "\"categories\": { \"c\": { \"collectedFor\": [\"a.b.c\"] } }", "$.categories.c.collectedFor[0]")]
    [InlineData("\"fields\": { \"Acme.C\": { \"category\": \"c\", \"collectedFor\": [\"a.b\"] } }", "\"fields\": { \"Acme.C\": { \"category\": \"c\", \"collectedFor\": [\"a.b.c\"] } }", "$.fields['Acme.C']")]
    public void WhatIsCompatibleBeneathConsent_IsNotReachedFromAbove(string narrow, string wide, string path)
    {
        PolicySource Below(string middle) => new("base.json", Sample.Policy(
            "\"compatible\": [ { \"from\": \"a.b.c\", \"to\": \"x\" } ], \"fields\": { \"Acme.**\": { \"category\": \"c\" } }", "\"c\": { \"collectedFor\": [\"a\"] }",
            $"\"a\": {{ \"basis\": \"contract\" }}, \"a.b\": {{ \"basis\": \"{middle}\" }}, \"a.b.c\": {{ \"basis\": \"contract\" }}, \"x\": {{ \"basis\": \"contract\" }}"));

        Assert.False(Sample.Table(Overlay(narrow), Below("consent")).Judge(new("c", null), "x").IsPermitted);
        Sample.AssertError(Sample.Error(Overlay(wide), Below("consent")), "ECRM1003", path);
        // Without consent in between the base takes it there itself.
        Assert.True(Sample.Table(Overlay(wide), Below("contract")).Judge(new("c", null), "x").IsPermitted);
    }

    /// <summary>An overlay that asks for consent closes what the base calls compatible with the purpose; it cannot take the entry out.</summary>
    [Fact]
    public void PurposeThatComesToRestOnConsent_ClosesItsCompatibleEntries()
    {
        var below = Base("\"compatible\": [ { \"from\": \"support\", \"to\": \"billing\" } ]", "\"c\": { \"collectedFor\": [\"support\"] }");
        const string Strict = "\"purposes\": { \"support\": { \"basis\": \"consent\" } }";

        Assert.True(Sample.Table(below.Text).Judge(new("c", null), "billing").IsPermitted);
        Assert.False(Sample.Table(Overlay(Strict), below).Judge(new("c", null), "billing").IsPermitted);
        // Who says it anew, says what can never apply.
        Sample.AssertError(Sample.Error(Overlay(Strict + ", \"compatible\": [ { \"from\": \"support\", \"to\": \"billing\" } ]"), below), "ECRM1003", "$.compatible[0].from");
    }

    /// <summary>A rule of the overlay refuses what the base lets pass; on trial it refuses less of that.</summary>
    [Theory]
    [InlineData("audit")]
    [InlineData("redact")]
    public void RuleThatTheBaseDoesNotHave_MayBeOnTrial(string mode)
    {
        const string Rule = "\"rules\": [ { \"id\": \"r\", \"deny\": { \"categories\": [\"c\"], \"purposes\": [\"billing\"] } } ]";
        var trial = $"\"enforcement\": {{ \"rules\": {{ \"r\": \"{mode}\" }} }}";

        Sample.Table(Overlay(Rule + ", " + trial), Base("", "\"c\": {}"));
        Sample.AssertError(Sample.Error(Overlay(trial), Base(Rule, "\"c\": {}")), "ECRM1003", "$.enforcement.rules.r");
    }

    /// <summary>A broad pattern of the base says nothing of what a more exact one of it names: an overlay is held to that one.</summary>
    [Theory]
    [InlineData("\"fields\": { \"Acme.**\": { \"category\": \"contact\" }, \"Acme.Order.*\": { \"category\": \"order\", \"collectedFor\": [\"support\"] } }", "\"fields\": { \"Acme.Order.Note\": { \"category\": \"order\", \"collectedFor\": [] } }", "\"fields\": { \"Acme.*.Note\": { \"category\": \"order\", \"collectedFor\": [] } }", "$.fields['Acme.*.Note']")]
    [InlineData("\"fields\": { \"Acme.**\": { \"category\": \"contact\" }, \"Acme.Order.*\": { \"category\": \"order\", \"open\": true } }", "\"fields\": { \"Acme.Order.Note\": null }", "\"fields\": { \"Acme.Orders.Note\": null }", "$.fields['Acme.Orders.Note']")]
    [InlineData("\"attributes\": { \"Lib.*\": { \"category\": \"contact\" }, \"Lib.Order*\": { \"category\": \"order\" } }", "\"attributes\": { \"Lib.OrderNote\": { \"category\": \"order\" } }", "\"attributes\": { \"Lib.Note\": { \"category\": \"order\" } }", "$.attributes['Lib.Note']")]
    [InlineData("\"code\": { \"Acme.**\": { \"purposes\": [\"support\"], \"only\": true }, \"Acme.News.**\": { \"purposes\": [\"marketing\"], \"only\": true } }", "\"code\": { \"Acme.News.Job\": { \"purposes\": [\"marketing\"], \"only\": true } }", "\"code\": { \"Acme.Newsletter.Job\": { \"purposes\": [\"marketing\"], \"only\": true } }", "$.code['Acme.Newsletter.Job']")]
    public void MoreExactEntryOfTheBase_IsTheOneThatHolds(string below, string narrow, string wide, string path) =>
        AssertTwins(below, "\"contact\": {}, \"order\": {}", narrow, wide, path);

    private static void AssertTwins(string below, string categories, string narrow, string wide, string path)
    {
        Sample.Table(Overlay(narrow), Base(below, categories));

        var error = Sample.Error(Overlay(wide), Base(below, categories));
        Sample.AssertError(error, "ECRM1003", path);
        Assert.Contains("an overlay can only narrow", error.Message, StringComparison.Ordinal);
    }

    private static PolicySource Base(string more, string categories) => new("base.json", Sample.Policy(more.Length == 0 ? null : more, categories, Purposes));

    private static string Overlay(string more) => $"{{ \"version\": 1, \"extends\": [\"base.json\"], {more} }}";
}
