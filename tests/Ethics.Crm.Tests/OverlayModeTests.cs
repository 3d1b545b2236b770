using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>A label that an overlay adds brings a category with it, and that category's mode: what the files below refuse without it, they refuse beside it.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class OverlayModeTests
{
    private const string Base =
        """
        "attributes": { "Lib.Mail": { "category": "contact.email" } }, "fields": { "Shop.Slip.Text": { "collectedFor": ["support"] } },
        "enforcement": { "categories": { "content": "audit" } }
        """;

    // What each of them adds is on trial by the base's own word, wherever it stands alone.
    private const string OfAttribute = "\"attributes\": { \"Lib.Note\": { \"category\": \"content.note\", \"collectedFor\": [\"support\", \"marketing\"] } }";
    private const string OfMember = "\"fields\": { \"Shop.Memo.Text\": { \"category\": \"content.note\", \"collectedFor\": [\"support\", \"marketing\"] } }";

    /// <summary>Where no label objects, the mode is that of all categories of the member: of those that the files below know, too.</summary>
    [Theory]
    // Beside an attribute that the base maps.
    [InlineData(OfAttribute, "Lib.Mail", "Lib.Note")]
    [InlineData(OfAttribute, "Lib.Note", "Lib.Mail")]
    [InlineData(OfMember, "Lib.Mail")]
    // Beside the label of an interface's member.
    [InlineData(OfMember, "interface")]
    [InlineData(OfAttribute, "interface", "Lib.Note")]
    public void WithoutConsentOrScope_IsRefusedAsByTheBase(string overlay, params string[] attributes)
    {
        foreach (var files in new[] { new[] { "{}" }, ["{}", overlay], ["{}", overlay, "{}"], [overlay, "\"fields\": { \"Other.Thing\": { \"category\": \"content.note\" } }"] })
        {
            using var host = Start(files);
            var memo = new Memo("Shop.Memo.Text", attributes);

            Assert.Equal("value", In("support", memo.Read));
            Assert.Equal("ConsentMissing", In("marketing", memo.Read));
            Assert.Equal("NoScope", Outcome(memo.Read));
            Assert.Equal("NotPermitted", In("billing", memo.Read));
        }
    }

    /// <summary>Purposes that the base says alone have no category, and so the default: also where an overlay calls the member something.</summary>
    [Fact]
    public void PurposesThatTheBaseSaysAlone_AreHeldByTheDefault()
    {
        using (var below = Start("{}"))
            Assert.Equal("NotPermitted", In("billing", new Memo("Shop.Slip.Text", ["Lib.Note"]).Read));
        using var host = Start("\"attributes\": { \"Lib.Note\": { \"category\": \"content.note\" } }");

        Assert.Equal("NotPermitted", In("billing", new Memo("Shop.Slip.Text", ["Lib.Note"]).Read));
        Assert.Equal("value", In("support", new Memo("Shop.Slip.Text", ["Lib.Note"]).Read));
    }

    /// <summary>Likewise purposes that the code says alone, where an overlay calls the member something by its name: also beside a label of an interface, and two files up.</summary>
    [Theory]
    [InlineData("code")]
    [InlineData("code", "interface")]
    public void PurposesThatTheCodeSaysAlone_AreHeldByTheDefault(params string[] shape)
    {
        const string Overlay = "\"fields\": { \"Shop.Tag.Text\": { \"category\": \"content.note\" } }";
        foreach (var files in new[] { new[] { "{}" }, [Overlay], ["{}", Overlay], [Overlay, "{}"] })
        {
            using var host = Start(files);
            var tag = new Memo("Shop.Tag.Text", shape);

            Assert.Equal("value", In("support", tag.Read));
            Assert.Equal("ConsentMissing", In("marketing", tag.Read));
            Assert.Equal("NoScope", Outcome(tag.Read));
            Assert.Equal("NotPermitted", In("billing", tag.Read));
        }
    }

    /// <summary>In one file, and where the base itself calls it so, the category's mode is the member's.</summary>
    [Fact]
    public void CategoryThatTheBaseItselfGives_BringsItsMode()
    {
        const string Fields = "\"fields\": { \"Shop.Tag.Text\": { \"category\": \"content.note\" } }";
        var below = Base.Replace("\"fields\": {", "\"fields\": { \"Shop.Tag.Text\": { \"category\": \"content.note\" },", StringComparison.Ordinal);
        foreach (var overlay in new[] { "{}", "\"fields\": { \"Shop.Tag.Text\": { \"category\": \"content.note\" } }", "\"fields\": { \"Other.Thing\": { \"category\": \"content.note\" } }" })
        {
            using var host = Start(below, [overlay]);
            Assert.Equal("value", In("marketing", new Memo("Shop.Tag.Text", ["code"]).Read));
        }

        using var other = Start(Base, [Fields]);
        Assert.Equal("ConsentMissing", In("marketing", new Memo("Shop.Tag.Text", ["code"]).Read));
    }

    /// <summary>What only the overlay labels, is refused as it says.</summary>
    [Fact]
    public void MemberThatTheBaseLeavesUnlabelled_ActsByTheModeOfTheOverlaysLabel()
    {
        using var host = Start(OfAttribute);

        Assert.Equal("value", In("billing", new Memo("Shop.Note.Text", ["Lib.Note"]).Read));
        Assert.Equal("value", In("marketing", new Memo("Shop.Note.Text", ["Lib.Note"]).Read));
    }

    /// <summary>A base that lets it pass, lets it pass: an overlay that labels something else changes nothing.</summary>
    [Fact]
    public void MemberWithALabelOnTrial_StaysOnTrialUnderAnOverlayOfSomethingElse()
    {
        using var host = Start("\"attributes\": { \"Lib.Other\": { \"category\": \"contact.age\" } }, \"fields\": { \"Other.Thing\": { \"category\": \"content.note\" } }");

        Assert.Equal("value", In("marketing", new Memo("Shop.Both.Text", ["content", "contact"]).Read));
    }

    /// <summary>The emergency switch is the base's, or where it leaves it open.</summary>
    [Fact]
    public void DefaultThatTheBaseLetsPass_PassesBesideTheOverlaysLabel()
    {
        using var host = Start(Base.Replace("\"enforcement\": {", "\"enforcement\": { \"default\": \"audit\",", StringComparison.Ordinal), OfAttribute);

        Assert.Equal("value", In("marketing", new Memo("Shop.Memo.Text", ["Lib.Mail", "Lib.Note"]).Read));
    }

    private static TestHost Start(params string[] overlays) =>
        overlays.Length > 1 && overlays[0].Contains("enforcement", StringComparison.Ordinal) ? Start(overlays[0], overlays.Skip(1)) : Start(Base, overlays);

    private static TestHost Start(string below, IEnumerable<string> overlays)
    {
        var files = overlays.Select(static o => o == "{}" ? "" : ", " + o).ToList();
        string Text(int i) => $"{{ \"version\": 1, \"extends\": [\"f{i - 1}.json\"]{files[i - 1]} }}";
        var host = new TestHost(Text(files.Count), start: false);
        host.Write("f0.json", TestHost.Policy.TrimEnd().TrimEnd('}') + $", {below} }}");
        for (var i = 1; i < files.Count; i++)
            host.Write($"f{i}.json", Text(i));
        host.Services.UseEthicsCrm();
        return host;
    }

    private sealed class Memo(string member, string[] attributes)
    {
        private static readonly SubjectBinder<int> Subject = new(static id => SubjectKeys.One("contact", id));

        // A member of a policy of its own for each, because hosts come and go.
        private readonly GuardedMember _guard = new("Memo.Text", false, ["support"], ["support"], ["support"], attributes switch
        {
            ["interface", .. var others] => [new MemberLabel("Shop.IMemo.Text", "contact.email", null, []), new MemberLabel(member, null, null, others)],
            ["code"] => [new MemberLabel(member, null, ["support", "marketing"], [])],
            ["code", "interface"] => [new MemberLabel(member, null, ["support", "marketing"], []), new MemberLabel("Shop.ITag.Text", null, ["support", "marketing"], [])],
            ["content", "contact"] => [new MemberLabel(member, "content.note", ["marketing"], []), new MemberLabel("Shop.IMemo.Text", "contact.email", null, [])],
            _ => [new MemberLabel(member, null, null, attributes)],
        });

        private SubjectSlot<int> _subject;

        public string Read() => ReadGate.Permits(_guard.Mask, ref _subject, 7) ? "value" : ReadGate.Decide(_guard, Subject, ref _subject, 7, "value");
    }
}
