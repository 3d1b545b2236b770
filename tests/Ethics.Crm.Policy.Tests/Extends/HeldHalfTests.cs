namespace Ethics.Crm.Policy.Tests.Extends;

/// <summary>The two halves of a label may come from two sections, of which one stands in the base and the other in an overlay.</summary>
public sealed class HeldHalfTests
{
    private const string Purposes = "\"support\": { \"basis\": \"contract\" }, \"billing\": { \"basis\": \"contract\" }, \"marketing\": { \"basis\": \"consent\" }";
    private const string Categories = "\"secret\": { \"special\": true, \"only\": [\"support\"] }, \"free\": { \"collectedFor\": [\"marketing\"] }, \"mail\": { \"collectedFor\": [\"support\"] }, \"bare\": {}, \"two\": { \"collectedFor\": [\"support\", \"billing\"] }";
    private const string Recipient = "\"recipients\": { \"m\": { \"for\": [\"support\"], \"categories\": [\"free\"] } }";

    private static PolicyTable Read(string below, string overlay) =>
        Sample.Table($"{{ \"version\": 1, \"extends\": [\"base.json\"], {overlay} }}", new PolicySource("base.json", Sample.Policy(below, Categories, Purposes)));

    private static IEnumerable<string> Permitted(PolicyTable table, LabelSource source) => table.ResolveLabels(source) is var labels ? table.Purposes.Where(p => labels.All(l => table.Judge(l, p).IsPermitted)) : [];

    private static LabelSource Marked(params string[] attributes) => new("Acme.Contact.Email", null, null, attributes);

    /// <summary>The category stands in <c>fields</c> of the base, and its default with it.</summary>
    [Fact]
    public void PurposesOfAnOverlaysAttribute_DoNotReplaceTheDefaultOfAFieldOfTheBase()
    {
        const string Below = "\"fields\": { \"Acme.Contact.Email\": { \"category\": \"mail\" }, \"Acme.Contact.Phone\": { \"category\": \"bare\" } }";
        var table = Read(Below, "\"attributes\": { \"System.RequiredAttribute\": { \"collectedFor\": [\"marketing\"] } }");

        Assert.Empty(Permitted(table, Marked("System.RequiredAttribute")));
        Assert.Equal(["support"], Permitted(table, Marked()));
        // A category without default gets the purposes.
        Assert.Equal(["marketing"], Permitted(table, new("Acme.Contact.Phone", null, null, ["System.RequiredAttribute"])));
    }

    /// <summary>Data without a category goes nowhere.</summary>
    [Fact]
    public void CategoryOfAnOverlaysAttribute_TakesAFieldOfTheBaseNowhere()
    {
        const string Attribute = "\"attributes\": { \"Lib.B\": { \"category\": \"free\" } }";
        const string Field = "\"fields\": { \"Acme.Contact.Email\": { \"collectedFor\": [\"support\"] } }";
        var below = Sample.Table(Sample.Policy(Recipient + ", " + Field, Categories, Purposes));
        var table = Read(Recipient + ", " + Field, Attribute);

        Assert.NotNull(below.ObjectionToDisclosure(below.ResolveLabels(Marked("Lib.B")), "m", []));
        Assert.NotNull(table.ObjectionToDisclosure(table.ResolveLabels(Marked("Lib.B")), "m", []));
        Assert.Equal(["support"], Permitted(table, Marked("Lib.B")));
        // In one file it may.
        var one = Sample.Table(Sample.Policy(Recipient + ", " + Field + ", " + Attribute, Categories, Purposes));
        Assert.Null(one.ObjectionToDisclosure(one.ResolveLabels(Marked("Lib.B")), "m", []));
    }

    /// <summary>The purposes of the overlay may come from the category that it names: what the base calls the member holds for these, too.</summary>
    [Theory]
    [InlineData("{ \"category\": \"free\" }")]
    [InlineData("{ \"category\": \"free\", \"collectedFor\": [\"marketing\"] }")]
    [InlineData("{ \"collectedFor\": [\"marketing\"] }")]
    public void CategoryWithoutPurposes_HoldsForThoseOfTheOverlay(string field)
    {
        const string Below = "\"attributes\": { \"Lib.A\": { \"category\": \"secret\" }, \"Lib.Bare\": { \"category\": \"bare\" } }";
        var table = Read(Below, $"\"fields\": {{ \"Acme.Contact.Email\": {field} }}");

        Assert.Empty(Permitted(table, Marked("Lib.A")));
        Assert.Contains(table.ResolveLabels(Marked("Lib.A")), static label => label.Category == "secret");
        Assert.Equal(["marketing"], Permitted(table, Marked("Lib.Bare")));
    }

    /// <summary>What an open entry of the base wins over, the base does not say of the member: an overlay that speaks of something else changes nothing.</summary>
    [Fact]
    public void EntryThatAnOpenOneWinsOver_IsNotHeld()
    {
        const string Below = """
            "fields": { "Acme.**": { "category": "secret" }, "Acme.Contact.*": { "category": "mail", "open": true } },
            "attributes": { "Lib.A": { "collectedFor": ["support"] }, "Lib.*": { "category": "secret" }, "Lib.Open": { "category": "free", "open": true } }
            """;
        var below = Sample.Table(Sample.Policy(Below, Categories, Purposes));
        var table = Read(Below, "\"fields\": { \"Other.Thing\": { \"category\": \"bare\" } }");

        foreach (var source in new[] { Marked("Lib.A"), Marked("Lib.Open"), new("Acme.Order.Note", null, null, ["Lib.A"]), new("Other.Note", null, null, ["Lib.Open"]) })
        {
            Assert.Equal(below.ResolveLabels(source), table.ResolveLabels(source));
        }

        Assert.Equal(["billing"], Permitted(Read(Below, "\"fields\": { \"Acme.Contact.*\": { \"category\": \"mail\", \"collectedFor\": [\"billing\"] } }"), Marked()));
    }

    /// <summary>An overlay that says an entry of the base again may add the half that it leaves unsaid; what gave that half before, in the base, still does.</summary>
    [Theory]
    [InlineData("\"fields\": { \"Acme.Contact.Email\": { \"category\": \"two\" } }, \"attributes\": { \"Lib.A\": { \"collectedFor\": [\"support\"] } }", "\"fields\": { \"Acme.Contact.Email\": { \"collectedFor\": [\"billing\"] } }", "Lib.A")]
    [InlineData("\"fields\": { \"Acme.Contact.Email\": { \"collectedFor\": [\"billing\"] } }, \"attributes\": { \"Lib.A\": { \"category\": \"secret\" } }", "\"fields\": { \"Acme.Contact.Email\": { \"category\": \"bare\" } }", "Lib.A")]
    [InlineData("\"attributes\": { \"Lib.A\": { \"category\": \"two\" }, \"Lib.Base\": { \"collectedFor\": [\"support\"] } }", "\"attributes\": { \"Lib.A\": { \"collectedFor\": [\"billing\"] } }", "Lib.A", "^Lib.Base")]
    public void HalfThatIsAddedToAnEntryOfTheBase_ReplacesNothingOfTheBase(string below, string overlay, params string[] attributes)
    {
        var table = Read(below, overlay);

        Assert.DoesNotContain("billing", Permitted(table, Marked(attributes)));
        // Where the base leaves it unsaid, it is the overlay's to say.
        Assert.Equal(["billing"], Permitted(table, Marked(attributes[0] == "Lib.A" && attributes.Length == 2 ? ["Lib.A"] : [])));
        Assert.NotEqual(table.Identity, Sample.Table(Sample.Policy(below.Replace("\"category\": \"two\"", "\"category\": \"two\", \"collectedFor\": [\"billing\"]", StringComparison.Ordinal), Categories, Purposes)).Identity);
    }

    /// <summary>What a base takes out of its own pattern, it does not say: an overlay that labels it speaks alone, also where an attribute or the code says something.</summary>
    [Fact]
    public void MemberThatTheBaseTakesOut_IsTheOverlaysToLabel()
    {
        const string Below = "\"fields\": { \"Acme.**\": { \"category\": \"mail\" }, \"Acme.Contact.Email\": null }, \"attributes\": { \"Lib.*\": { \"category\": \"secret\" }, \"Lib.Plain\": null }";
        var table = Read(Below, "\"fields\": { \"Acme.Contact.Email\": { \"category\": \"free\" } }, \"attributes\": { \"Lib.Other\": { \"category\": \"secret\" }, \"Lib.Plain\": { \"collectedFor\": [\"marketing\"] } }");

        Assert.Equal(["marketing"], Permitted(table, Marked("Lib.Plain")));
        Assert.Equal(["marketing"], Permitted(table, Marked()));
        // What the attribute says in the base still holds.
        Assert.Empty(Permitted(table, Marked("Lib.Other")));
        Assert.Empty(Permitted(table, new("Acme.Contact.Phone", null, null, ["Lib.Plain"])));
    }

    /// <summary>An open entry that is nearer, or comes first, speaks in the place of others of the base: these are not held by an overlay that speaks of something else.</summary>
    [Theory]
    [InlineData("\"attributes\": { \"Lib.Derived\": { \"category\": \"mail\", \"open\": true }, \"Lib.Base\": { \"category\": \"secret\" } }", "Lib.Derived", "^Lib.Base")]
    [InlineData("\"attributes\": { \"Lib.Derived\": { \"collectedFor\": [\"billing\"], \"open\": true }, \"Lib.Base\": { \"category\": \"two\", \"collectedFor\": [\"support\"] } }", "Lib.Derived", "^Lib.Base")]
    [InlineData("\"fields\": { \"Acme.Contact.Email\": { \"category\": \"mail\", \"open\": true } }, \"attributes\": { \"Lib.A\": { \"category\": \"secret\" } }", "Lib.A")]
    [InlineData("\"fields\": { \"Acme.Contact.Email\": { \"collectedFor\": [\"billing\"], \"open\": true } }, \"attributes\": { \"Lib.A\": { \"category\": \"two\", \"collectedFor\": [\"support\"] } }", "Lib.A")]
    [InlineData("\"attributes\": { \"Lib.A\": { \"category\": \"mail\", \"open\": true }, \"Lib.B\": { \"category\": \"two\" } }", "Lib.A", "Lib.B")]
    [InlineData("\"attributes\": { \"Lib.A\": { \"collectedFor\": [\"billing\"], \"open\": true }, \"Lib.B\": { \"category\": \"two\", \"collectedFor\": [\"support\"] } }", "Lib.A", "Lib.B")]
    public void WhatAnOpenEntrySpeaksInPlaceOf_IsNotHeld(string below, params string[] attributes)
    {
        var before = Sample.Table(Sample.Policy(below, Categories, Purposes));
        var after = Read(below, "\"fields\": { \"Other.Thing\": { \"category\": \"bare\" } }");

        foreach (var source in new[] { Marked(attributes), Marked(attributes) with { Category = "mail" }, Marked(attributes) with { CollectedFor = ["support"] } })
        {
            Assert.Equal(before.ResolveLabels(source).ToHashSet(), after.ResolveLabels(source).ToHashSet());
        }
    }
}
