using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>What each enforcement mode does, and what it may never let pass.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ModeTests
{
    private static string With(string enforcement) => TestHost.Policy.TrimEnd().TrimEnd('}') + $", \"enforcement\": {enforcement} }}";

    [Fact]
    public void Redact_ShowsTheCategorysText_NullWhereAllowed_AndThrowsForOtherTypes()
    {
        using var host = new TestHost(With("""{ "default": "redact" }"""));
        var contact = new Contact { Id = 7, Email = "value", Note = "value", Age = 30 };

        Assert.Equal("•••", In("billing", () => contact.Email));
        Assert.Equal("null", In("billing", () => contact.Note));
        Assert.Equal("NotPermitted", In("billing", () => contact.Age.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("value", In("support", () => contact.Email));
    }

    [Fact]
    public void Redact_AFormThatPostsTheRedactedTextBack_DestroysNothing()
    {
        using var host = new TestHost(With("""{ "default": "redact" }"""));
        var contact = new Contact { Id = 7, Email = "value" };

        using (PurposeScope.Enter("billing"))
        {
            contact.Email = "•••";
            Assert.Equal("value", contact.StoredEmail);
            contact.Email = "new value";
            Assert.Equal("new value", contact.StoredEmail);
        }

        using (PurposeScope.Enter("support"))
        {
            // Not redacted here: what is assigned is meant.
            contact.Email = "•••";
            Assert.Equal("•••", contact.StoredEmail);
        }
    }

    [Fact]
    public void Redact_InADecision_Throws()
    {
        using var host = new TestHost(With("""{ "default": "redact" }""").Replace("\"billing\":         { \"basis\": \"contract\" }", "\"billing\": { \"basis\": \"contract\", \"decision\": true }"));

        Assert.Equal("NotPermitted", In("billing", () => new Contact { Id = 7, Email = "value" }.Email));
    }

    /// <summary>Code that works for several purposes decides if one of them does, whichever is objected to.</summary>
    [Theory]
    [InlineData("support", "billing")]
    [InlineData("billing", "support")]
    public void Redact_InADecisionAmongOtherPurposes_Throws(params string[] purposes)
    {
        using var host = new TestHost(With("""{ "default": "redact" }""").Replace("\"support\":         { \"basis\": \"contract\" }", "\"support\": { \"basis\": \"contract\", \"decision\": true }"));
        var contact = new Contact { Id = 7, Email = "value" };

        using (PurposeScope.Enter(purposes))
            Assert.Equal("NotPermitted", Outcome(() => contact.Email));
        using (PurposeScope.Enter("billing", "marketing"))
            Assert.Equal("•••", Outcome(() => contact.Email));
        Assert.Equal("value", In("support", () => contact.Email));
    }

    /// <summary>What one category of a member lets pass is no answer to what another one objects to; where one is strict, the member is.</summary>
    [Theory]
    [InlineData("""{ "categories": { "content": "audit" } }""", "NotPermitted")]
    [InlineData("""{ "categories": { "content": "audit", "contact": "audit" } }""", "value")]
    [InlineData("""{ "default": "audit", "categories": { "content": "enforce" } }""", "NotPermitted")]
    [InlineData("""{ "default": "audit", "categories": { "content": "audit" } }""", "value")]
    public void MemberOfSeveralCategories_IsRefusedByTheLabelThatObjects(string enforcement, string outcome)
    {
        using var host = new TestHost(With(enforcement));

        Assert.Equal(outcome, In("billing", () => new Letter { Id = 7, Text = "value" }.Text));
        Assert.Equal("value", In("support", () => new Letter { Id = 7, Text = "value" }.Text));
    }

    [Fact]
    public async Task Audit_LetsPassWhatWasNeverAsked_ButNoDecisionOfAPerson()
    {
        using var host = new TestHost(With("""{ "default": "audit" }"""));
        var contact = new Contact { Id = 7, Email = "value" };

        Assert.Equal("value", Outcome(() => contact.Email));
        Assert.Equal("value", In("billing", () => contact.Email));
        Assert.Equal("value", In("marketing", () => contact.Email));
        Assert.Equal("UnknownPurpose", In("astrology", () => contact.Email));
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        await host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => contact.Email));
        await host.Ledger.ObjectAsync(TestHost.Person(7), "analytics");
        Assert.Equal("Objection", In("analytics", () => contact.Email));
    }

    [Theory]
    [InlineData("""{ "default": "audit", "purposes": { "billing": "enforce" } }""", "NotPermitted")]
    [InlineData("""{ "default": "enforce", "purposes": { "billing": "audit" } }""", "value")]
    [InlineData("""{ "default": "audit", "purposes": { "billing": "audit" }, "categories": { "contact": "redact" } }""", "•••")]
    [InlineData("""{ "purposes": { "billing": "redact" }, "categories": { "contact.email": "enforce" } }""", "NotPermitted")]
    public void StrictestMatch_Counts_AndTheDefaultOnlyWhereNoneMatches(string enforcement, string expected)
    {
        using var host = new TestHost(With(enforcement));

        Assert.Equal(expected, In("billing", () => new Contact { Id = 7, Email = "value" }.Email));
    }

    [Theory]
    [InlineData("true", "DeniedByRule")]
    [InlineData("false", "value")]
    public void Audit_NeverLetsPassARuleThatHoldsEvenWithConsent(string evenWithConsent, string expected)
    {
        var rules = $$"""[ { "id": "r", "deny": { "categories": ["contact"], "purposes": ["support"] }, "evenWithConsent": {{evenWithConsent}} } ]""";
        using var host = new TestHost(With($$"""{ "default": "audit" }, "rules": {{rules}}"""));

        Assert.Equal(expected, In("support", () => new Contact { Id = 7, Email = "value" }.Email));
    }

    [Fact]
    public async Task Audit_OfAMismatch_DoesNotHideAWithdrawalBehindIt()
    {
        using var host = new TestHost(With("""{ "default": "audit" }"""));
        // Collected for support only: marketing is a mismatch, which audit lets pass …
        var contact = new Contact { Id = 7, Age = 30 };
        Assert.Equal("30", In("marketing", () => contact.Age.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        // … but the person's own decision stands.
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        await host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => contact.Age.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Purposes that an interface says alone, for example: the data is of the category that the class says.</summary>
    [Fact]
    public void Limit_LabelWithoutCategory_ActsByTheModesOfTheOthers()
    {
        using var host = new TestHost(With("""{ "categories": { "content": "audit" } }"""));

        Assert.Equal("value", In("billing", () => new Letter { Id = 7, Text = "value", IsBare = true }.Text));
        Assert.Equal("NotPermitted", In("billing", () => new Letter { Id = 7, Text = "value" }.Text));
    }

    /// <summary>Its content may be used for billing, the address in it may not.</summary>
    private sealed class Letter
    {
        private static readonly GuardedMember Guard = Of("contact.email");
        private static readonly GuardedMember Bare = Of(null);

        private static readonly SubjectBinder<int> Subject = new(static id => SubjectKeys.One("contact", id));
        private SubjectSlot<int> _subject;
        private string _text = "";

        public int Id { get; init; }

        public bool IsBare { get; init; }

        public string Text
        {
            get => ReadGate.Permits(Asked.Mask, ref _subject, Id) ? _text : ReadGate.Decide(Asked, Subject, ref _subject, Id, _text);
            init => _text = value;
        }

        private GuardedMember Asked => IsBare ? Bare : Guard;

        private static GuardedMember Of(string? category) => new(
            "Letter.Text", false, ["support"], ["support"], ["support"],
            new MemberLabel("Shop.Letter.Text", category, ["support"], []), new MemberLabel("Shop.Letter.Text", "content.note", ["support", "billing"], []));
    }
}
