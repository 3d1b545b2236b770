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

    [Fact]
    public void Limit_CompatibleFromFurtherUp_GoesRoundConsent()
    {
        var below = new PolicySource("base.json", Sample.Policy(
            "\"compatible\": [ { \"from\": \"a.b.c\", \"to\": \"x\" } ]", "\"c\": {}",
            "\"a\": { \"basis\": \"contract\" }, \"a.b\": { \"basis\": \"consent\" }, \"a.b.c\": { \"basis\": \"contract\" }, \"x\": { \"basis\": \"contract\" }"));

        Assert.False(Sample.Table(below.Text).Judge(new("c", ["a"]), "x").IsPermitted);
        Assert.True(Sample.Table(Overlay("\"compatible\": [ { \"from\": \"a\", \"to\": \"x\" } ]"), below).Judge(new("c", ["a"]), "x").IsPermitted);
    }

    [Fact]
    public void Limit_BaseBesideAnother_WinsByAMoreExactEntry()
    {
        var company = Base("\"fields\": { \"Acme.**\": { \"category\": \"c\" } }", "\"c\": {}");
        var mine = new PolicySource("mine.json", "{ \"version\": 1, \"categories\": {}, \"purposes\": {}, \"fields\": { \"Acme.Contact.Faith\": null } }");

        Assert.Null(Sample.Table("{ \"version\": 1, \"extends\": [\"mine.json\", \"base.json\"] }", mine, company).FindField("Acme.Contact.Faith"));
        Assert.NotEmpty(Sample.Read("{ \"version\": 1, \"extends\": [\"base.json\", \"mine.json\"] }", mine, company).Errors);
    }

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
