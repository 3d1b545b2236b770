namespace Ethics.Crm.Policy.Tests.Extends;

/// <summary>What a base says of a member holds beside what an overlay says of it, in whichever section either stands.</summary>
public sealed class HeldLabelTests
{
    private const string Purposes = "\"support\": { \"basis\": \"contract\" }, \"billing\": { \"basis\": \"contract\" }, \"marketing\": { \"basis\": \"consent\" }";
    private const string Categories = "\"secret\": { \"special\": true, \"only\": [\"support\"] }, \"free\": { \"collectedFor\": [\"marketing\"] }, \"mail\": { \"collectedFor\": [\"support\"] }, \"bare\": {}";
    private const string Mapped = "\"attributes\": { \"Lib.A\": { \"category\": \"secret\", \"collectedFor\": [\"support\"] }, \"Lib.Loose\": { \"category\": \"secret\", \"open\": true } }";

    private static PolicyTable Read(string below, string overlay) =>
        Sample.Table($"{{ \"version\": 1, \"extends\": [\"base.json\"], {overlay} }}", new PolicySource("base.json", Sample.Policy(below.Length == 0 ? null : below, Categories, Purposes)));

    private static IEnumerable<string> Permitted(PolicyTable table, LabelSource source) => table.ResolveLabels(source) is { Count: > 0 } labels ? table.Purposes.Where(p => labels.All(l => table.Judge(l, p).IsPermitted)) : ["unlabelled"];

    [Theory]
    // Attributes of the base, a class derived from one, and one beside it.
    [InlineData("\"fields\": { \"Acme.Contact.Faith\": { \"category\": \"free\", \"collectedFor\": [\"marketing\"] } }", "Lib.A")]
    [InlineData("\"fields\": { \"**\": { \"category\": \"free\" } }", "Lib.A")]
    [InlineData("\"attributes\": { \"Acme.Derived\": { \"category\": \"free\", \"collectedFor\": [\"marketing\"] } }", "Acme.Derived", "^Lib.A")]
    [InlineData("\"attributes\": { \"Lib.B\": { \"collectedFor\": [\"marketing\"] } }", "Lib.A", "Lib.B")]
    public void WhatAnAttributeOfTheBaseSays_HoldsBesideTheOverlay(string overlay, params string[] attributes)
    {
        Assert.DoesNotContain("marketing", Permitted(Read(Mapped, overlay), new("Acme.Contact.Faith", null, null, attributes)));
        Assert.Contains(Read(Mapped, overlay).ResolveLabels(new("Acme.Contact.Faith", null, null, attributes)), static label => label.Category == "secret");
        // Of what it leaves unlabelled, or open, the overlay speaks alone.
        if (!overlay.Contains("Lib.B", StringComparison.Ordinal))
        {
            Assert.Equal(["marketing"], Permitted(Read(Mapped, overlay), new("Acme.Contact.Faith", null, null, [.. attributes.Select(static a => a.Replace("Lib.A", "Lib.Loose", StringComparison.Ordinal))])));
            Assert.Equal(["marketing"], Permitted(Read(Mapped, overlay), new("Acme.Contact.Faith", null, null, [.. attributes.Where(static a => a != "^Lib.A" && a != "Lib.A")])).Select(static p => p == "unlabelled" ? "marketing" : p));
        }
    }

    [Theory]
    [InlineData("\"fields\": { \"Acme.Contact.Email\": { \"collectedFor\": [\"marketing\"] } }")]
    [InlineData("\"fields\": { \"**\": { \"collectedFor\": [\"marketing\"] } }")]
    [InlineData("\"attributes\": { \"System.RequiredAttribute\": { \"collectedFor\": [\"marketing\"] } }")]
    public void DefaultOfACategoryThatCodeNames_HoldsBesideTheOverlay_AndACategoryWithoutDefaultGetsPurposes(string overlay)
    {
        string[] attributes = ["System.RequiredAttribute"];
        var table = Read("", overlay);

        Assert.Empty(Permitted(table, new("Acme.Contact.Email", "mail", null, attributes)));
        Assert.Equal(["marketing"], Permitted(table, new("Acme.Contact.Email", "bare", null, attributes)));
        Assert.Equal(["marketing"], Permitted(table, new("Acme.Contact.Email", "mail", ["marketing"], attributes)));
        Assert.Equal(["marketing"], Permitted(table, new("Acme.Contact.Email", null, null, attributes)));
    }

    [Fact]
    public void NewCategoryBeneathOneOfTheBase_MayHaveADefaultOfItsOwn() =>
        Assert.Equal(["marketing"], Permitted(Read("", "\"categories\": { \"mail.news\": { \"collectedFor\": [\"marketing\"] } }"), new("Acme.Contact.News", "mail.news", null, [])));

    [Fact]
    public void NewSource_MayBeOneThatThePersonGave() => Assert.False(Read("", "\"sources\": { \"form\": { \"direct\": true } }").MustBeTold("form", "support"));

    [Fact]
    public void PurposesThatCodeSaysAlone_MayGetACategory() =>
        Assert.Equal("free", Assert.Single(Read("", "\"fields\": { \"Acme.Contact.Visits\": { \"category\": \"free\" } }").ResolveLabels(new("Acme.Contact.Visits", null, ["support"], []))).Category);

    /// <summary>In a chain each file is held by all below it.</summary>
    [Fact]
    public void FileInBetween_IsHeldToo()
    {
        var below = new PolicySource("base.json", Sample.Policy(null, Categories, Purposes));
        var middle = new PolicySource("middle.json", $"{{ \"version\": 1, \"extends\": [\"base.json\"], {Mapped} }}");
        var table = Sample.Table("{ \"version\": 1, \"extends\": [\"middle.json\"], \"fields\": { \"**\": { \"category\": \"free\" } } }", middle, below);

        Assert.Empty(Permitted(table, new("Acme.Contact.Faith", null, null, ["Lib.A"])));
        Assert.Equal(["marketing"], Permitted(table, new("Acme.Contact.Faith", null, null, [])));
    }

    /// <summary>A build and a program that compare identities compare what they decide.</summary>
    [Fact]
    public void WhichFileLabels_IsPartOfTheIdentity()
    {
        const string Fields = "\"fields\": { \"**\": { \"category\": \"free\" } }";

        Assert.NotEqual(Sample.Table(Sample.Policy(Mapped + ", " + Fields, Categories, Purposes)).Identity, Read(Mapped, Fields).Identity);
        Assert.Equal(Sample.Table(Sample.Policy(Mapped, Categories, Purposes)).Identity, Read(Mapped, "\"sinks\": []").Identity);
    }
}
