using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Scopes;

/// <summary><c>IContactScopes.Enter</c> is a scope for the purposes in front of its channel. <c>Contact.Email</c> was collected for support.</summary>
public sealed class ScopeOfContactsTests
{
    [Theory]
    [InlineData("permitted", "using (s.Enter(\"support\", \"email\")) { _ = c.Email; }")]
    [InlineData("declaration", "using var scope = s.Enter(\"support\", \"email\"); _ = c.Email;")]
    [InlineData("names", "using (s.Enter(channel: \"email\", purpose: \"support\")) { _ = c.Email; }")]
    [InlineData("not permitted", "using (s.Enter(\"marketing\", \"support\")) { _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("one of two", "using (s.Enter([\"support\", \"marketing\"], \"email\")) { _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("no such purpose", "using (s.Enter({|ECRM1101:\"suport\"|}, \"email\")) { }")]
    [InlineData("outside a using", "var scope = s.{|ECRM1109:Enter|}(\"billing\", \"email\"); scope.Dispose();")]
    [InlineData("delegate", "System.Func<string, string, PurposeScope> open = s.{|ECRM1109:Enter|};")]
    public Task ConstantPurpose_IsKnown(string form, string code) => VerifyAsync(form, "", code, isJudged: true);

    [Theory]
    [InlineData("another purpose", "using (s.{|ECRM1111:Enter|}(\"marketing\", \"email\")) { }")]
    [InlineData("the same", "using (s.Enter(\"support\", \"marketing\")) { _ = c.Email; }")]
    public Task DeclaredCode_OpensContactScopesForItsPurposes(string form, string code) => VerifyAsync(form, "[ForPurpose(\"support\")]", code, isJudged: true);

    [Theory]
    [InlineData("handed in", "using (s.{|ECRM9001:Enter|}(p, \"email\")) { _ = c.Email; }")]
    [InlineData("another interface of that name", "using (o.{|ECRM9001:Enter|}(\"support\", \"email\")) { _ = c.Email; }")]
    public Task PurposeThatIsNoConstant_AndAnotherInterface_AreNot(string form, string code) => VerifyAsync(form, "", code, isJudged: false);

    private static Task VerifyAsync(string form, string declaration, string code, bool isJudged)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using Acme.Crm; using Ethics.Crm;
            namespace Ethics.Crm { public interface IContactScopes { PurposeScope Enter(string purpose, string channel); PurposeScope Enter(string[] purposes, string channel); } }
            namespace Other { public interface IContactScopes { PurposeScope Enter(string purpose, string channel); } }
            {{declaration}} public class Letters { void M(Contact c, IContactScopes s, Other.IContactScopes o, string p) { {{code}} } }
            """,
            check =>
            {
                if (!isJudged)
                    check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM9000", DiagnosticSeverity.Warning));
            });
    }
}
