using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>Strictest match, redaction by type, and what happens to the redacted value that is written back.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ModeWriteTests
{
    private static readonly string Redacting = TestHost.With("""  "enforcement": { "default": "redact" }""");

    [Fact]
    public void RedactedText_WrittenWithoutScope_IsMeant()
    {
        using var host = new TestHost(Redacting);
        var contact = new Contact { Id = 7, Email = "value" };

        contact.Email = "•••";

        Assert.Equal("•••", contact.StoredEmail);
    }

    [Fact]
    public void RedactedText_WrittenInAClosedScope_IsMeant_BecauseNoScopeIsOpen()
    {
        using var host = new TestHost(Redacting);
        var contact = new Contact { Id = 7, Email = "value" };
        var scope = PurposeScope.Enter("billing");
        var captured = ExecutionContext.Capture()!;
        scope.Dispose();

        ExecutionContext.Run(captured, _ => contact.Email = "•••", null);

        Assert.Equal("•••", contact.StoredEmail);
    }

    [Fact]
    public void RedactedText_WrittenInAScopeInWhichTheReadIsRedacted_DestroysNothing_AndAnythingElseIsMeant()
    {
        using var host = new TestHost(Redacting);
        var contact = new Contact { Id = 7, Email = "value" };

        using (PurposeScope.Enter("billing"))
        {
            contact.Email = "•••";
            Assert.Equal("value", contact.StoredEmail);
            contact.Email = "••• ";
            Assert.Equal("••• ", contact.StoredEmail);
        }
    }

    [Fact]
    public void RedactedText_WrittenUnderAnotherMode_IsMeant()
    {
        using var host = new TestHost(TestHost.With("""  "enforcement": { "default": "redact", "purposes": { "billing": "enforce" } }"""));
        var contact = new Contact { Id = 7, Email = "value" };

        using (PurposeScope.Enter("billing"))
            contact.Email = "•••";

        Assert.Equal("•••", contact.StoredEmail);
    }

    [Fact]
    public void RedactedText_IsInheritedFromTheNearestCategoryAbove_ElseEmpty()
    {
        using var host = new TestHost(Redacting.Replace("\"contact.email\": {", "\"contact\": { \"redacted\": \"hidden\" }, \"contact.email\": {").Replace(", \"redacted\": \"•••\"", ""));
        Assert.Equal("hidden", In("billing", () => new Contact { Id = 7, Email = "value" }.Email));

        Assert.True(host.Reload(Redacting.Replace(", \"redacted\": \"•••\"", "")));
        Assert.Equal("", In("billing", () => new Contact { Id = 7, Email = "value" }.Email));
    }

    [Theory]
    // Dotted parts match, purpose by purpose; the strictest counts.
    [InlineData("marketing.email", """{ "default": "audit", "purposes": { "marketing": "enforce" } }""", "ConsentMissing")]
    [InlineData("marketing.email", """{ "default": "enforce", "purposes": { "marketing": "audit" } }""", "value")]
    [InlineData("marketing.email", """{ "purposes": { "marketing": "audit", "marketing.email": "enforce" } }""", "ConsentMissing")]
    [InlineData("marketing.email", """{ "purposes": { "marketing": "enforce", "marketing.email": "audit" } }""", "ConsentMissing")]
    [InlineData("marketing", """{ "default": "audit", "purposes": { "marketing.email": "enforce" } }""", "value")]
    [InlineData("marketing", """{ "default": "audit", "categories": { "contact": "enforce" } }""", "ConsentMissing")]
    [InlineData("marketing", """{ "default": "enforce", "categories": { "contact": "audit" } }""", "value")]
    [InlineData("marketing", """{ "default": "audit", "categories": { "content": "enforce" } }""", "value")]
    // A rule's mode counts for what the rule refuses, and not for the rest.
    [InlineData("fraud", """{ "default": "enforce", "rules": { "r": "audit" } }""", "value")]
    [InlineData("fraud", """{ "default": "audit", "rules": { "r": "enforce" } }""", "DeniedByRule")]
    [InlineData("marketing", """{ "default": "audit", "rules": { "r": "enforce" } }""", "value")]
    [InlineData("fraud", """{ "default": "enforce", "rules": { "r": "audit" }, "categories": { "contact": "redact" } }""", "•••")]
    public void StrictestMatch_Counts(string purpose, string enforcement, string expected)
    {
        using var host = new TestHost(TestHost.With($$"""  "enforcement": {{enforcement}}, "rules": [ { "id": "r", "deny": { "categories": ["contact"], "purposes": ["fraud"] } } ]"""));

        Assert.Equal(expected, In(purpose, () => new Contact { Id = 7, Email = "value" }.Email));
    }

    [Theory]
    [InlineData("audit", "value")]
    [InlineData("redact", "•••")]
    [InlineData("enforce", "NotPermitted")]
    public void SeveralPurposes_EachByItsOwnMode_TheWorstCounts(string modeOfBilling, string expected)
    {
        using var host = new TestHost(TestHost.With($$"""  "enforcement": { "default": "enforce", "purposes": { "billing": "{{modeOfBilling}}", "marketing": "audit" } }"""));
        var contact = new Contact { Id = 7, Email = "value" };

        using (PurposeScope.Enter("support", "billing", "marketing"))
            Assert.Equal(expected, Outcome(() => contact.Email));
    }

    [Theory]
    [InlineData("audit", "ClosedScope")]
    [InlineData("enforce", "ClosedScope")]
    [InlineData("redact", "•••")]
    public void ClosedScope_FollowsTheModeOfItsPurpose_NotTheDefault(string mode, string expected)
    {
        using var host = new TestHost(TestHost.With($$"""  "enforcement": { "default": "{{(mode == "redact" ? "enforce" : "redact")}}", "purposes": { "support": "{{mode}}" } }"""));
        var contact = new Contact { Id = 7, Email = "value" };
        var scope = PurposeScope.Enter("support");
        var captured = ExecutionContext.Capture()!;
        scope.Dispose();

        ExecutionContext.Run(captured, _ => Assert.Equal(expected, Outcome(() => contact.Email)), null);
    }
}
