using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Scopes;

/// <summary><c>TestConsent.Enter</c> is a scope for the purposes that it is told, as <c>PurposeScope.Enter</c> is. <c>Contact.Email</c> was collected for support.</summary>
public sealed class ScopeOfTestsTests
{
    [Theory]
    [InlineData("permitted", "using (t.Enter(\"support\")) { _ = c.Email; }")]
    [InlineData("declaration", "using var s = t.Enter(\"support\"); _ = c.Email;")]
    [InlineData("not permitted", "using (t.Enter(\"marketing\")) { _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("one of two", "using (t.Enter(\"support\", \"marketing\")) { _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("no such purpose", "using (t.Enter({|ECRM1101:\"suport\"|})) { }")]
    public Task ConstantPurpose_IsKnown(string form, string code) => VerifyAsync(form, code, isJudged: true);

    [Theory]
    [InlineData("handed in", "using (t.{|ECRM9001:Enter|}(p)) { _ = c.Email; }")]
    [InlineData("another class of that name", "using (new Other.TestConsent().{|ECRM9001:Enter|}(\"support\")) { _ = c.Email; }")]
    public Task PurposeThatIsNoConstant_AndAnotherHelper_AreNot(string form, string code) => VerifyAsync(form, code, isJudged: false);

    private static Task VerifyAsync(string form, string code, bool isJudged)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using Acme.Crm; using Ethics.Crm; using Ethics.Crm.Testing;
            namespace Ethics.Crm.Testing { public sealed class TestConsent { public PurposeScope Enter(params string[] purposes) => throw null!; } }
            namespace Other { public sealed class TestConsent { public PurposeScope Enter(params string[] purposes) => throw null!; } }
            public class Tests { void M(Contact c, TestConsent t, string p) { {{code}} } }
            """,
            check =>
            {
                if (!isJudged)
                    check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM9000", DiagnosticSeverity.Warning));
            });
    }
}
