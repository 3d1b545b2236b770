namespace Ethics.Crm.Analyzers.Tests.Scopes;

/// <summary>A <c>using</c> that opens one of several scopes: the code in it works for either, so a read must be permitted under each.</summary>
public sealed class ChosenScopeTests
{
    [Theory]
    [InlineData("both permit", "using (b ? PurposeScope.Enter(\"support\") : PurposeScope.Enter(\"marketing\")) { _ = c.Phone; }")]
    [InlineData("both the same", "using (b ? PurposeScope.Enter(\"support\") : PurposeScope.Enter(\"support\")) { _ = c.Email; }")]
    [InlineData("one does not", "using (b ? PurposeScope.Enter(\"support\") : PurposeScope.Enter(\"marketing\")) { _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("the other does not", "using (b ? PurposeScope.Enter(\"marketing\") : PurposeScope.Enter(\"support\")) { _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("declaration", "using var s = b ? PurposeScope.Enter(\"support\") : PurposeScope.Enter(\"billing\"); _ = c.{|ECRM2001:Email|};")]
    [InlineData("variable of a statement", "using (IDisposable s = b ? PurposeScope.Enter(\"support\") : PurposeScope.Enter(\"billing\")) { _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("nested", "using (b ? PurposeScope.Enter(\"support\") : n > 0 ? PurposeScope.Enter(\"support\") : PurposeScope.Enter(\"billing\")) { _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("switch", "using (n switch { 1 => PurposeScope.Enter(\"support\"), 2 => PurposeScope.Enter(\"billing\"), _ => throw new InvalidOperationException() }) { _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("switch, all permit", "using (n switch { 1 => PurposeScope.Enter(\"support\"), _ => PurposeScope.Enter(\"marketing\") }) { _ = c.Phone; }")]
    [InlineData("or an exception", "using (b ? PurposeScope.Enter(\"support\") : throw new InvalidOperationException()) { _ = c.Email; }")]
    [InlineData("or an exception, misuse", "using (b ? PurposeScope.Enter(\"marketing\") : throw new InvalidOperationException()) { _ = c.{|ECRM2001:Email|}; }")]
    public Task ScopeThatIsChosen_IsJudgedUnderEachOfThem(string form, string statement) => VerifyAsync(form, statement);

    [Theory]
    [InlineData("one not constant", "using ({|ECRM9001:b ? PurposeScope.Enter(\"support\") : PurposeScope.Enter(p)|}) { _ = c.Email; }")]
    [InlineData("or none", "using ({|ECRM9001:b ? PurposeScope.Enter(\"support\") : null|}) { _ = c.Email; }")]
    [InlineData("or one that is there", "using ({|ECRM9001:held ?? PurposeScope.Enter(\"support\")|}) { _ = c.Email; }")]
    [InlineData("or one that opens raw data only", "using ({|ECRM9001:b ? PurposeScope.Enter(\"support\") : PurposeScope.Unchecked(\"why\")|}) { _ = c.Email; }")]
    [InlineData("or another thing", "using ({|ECRM9001:b ? PurposeScope.Enter(\"support\") : (IDisposable)other|}) { _ = c.Email; }")]
    public Task ChoiceOfWhichOneIsNotKnown_IsOneOpenPlace(string form, string statement) => VerifyAsync(form, statement, "one place");

    /// <summary>Which overload a dynamic call takes only the run time knows; what surrounds it must not answer for it.</summary>
    [Theory]
    [InlineData("dynamic", "dynamic d = p; using (PurposeScope.{|ECRM9001:Enter|}(d)) { _ = c.Email; }")]
    [InlineData("dynamic, declaration", "dynamic d = p; using var s = PurposeScope.{|ECRM9001:Enter|}(d); _ = c.Email;")]
    [InlineData("dynamic, lambda", "dynamic d = p; PurposeScope.{|ECRM9001:Run|}(d, (Func<string>)(() => c.Email));")]
    public Task ScopeOfADynamicPurpose_IsOneOpenPlace(string form, string statement) => VerifyAsync(form, statement, "one place", "[ForPurpose(\"support\")]");

    [Theory]
    [InlineData("dynamic of another type", "dynamic d = p; using (IDisposable s = System.IO.File.OpenRead(d)) { _ = c.{|ECRM2001:Email|}; }")]
    [InlineData("dynamic, lambda of another type", "dynamic d = p; System.Threading.Tasks.Task.Factory.StartNew((Func<object?, string>)(_ => c.{|ECRM2001:Email|}), d);")]
    public Task DynamicCallOfAnotherThing_IsNoScope(string form, string statement) => VerifyAsync(form, statement, attribute: "[ForPurpose(\"billing\")]");

    [Theory]
    [InlineData("neither opens a purpose", "using (b ? (IDisposable)other : other) { _ = c.Email; }")]
    public Task ChoiceOfOtherThings_IsNoScope(string form, string statement) => VerifyAsync(form, statement);

    [Theory]
    [InlineData("one lacks", "using (b ? PurposeScope.Enter(\"support\") : PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { }")]
    [InlineData("both lack", "using (b ? PurposeScope.{|ECRM1111:Enter|}(\"billing\") : PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { _ = c.{|ECRM2001:Email|}; }")]
    public Task EachScope_IsComparedWithTheDeclarationAround(string form, string statement) => VerifyAsync(form, statement, attribute: "[ForPurpose(\"support\")]");

    private static Task VerifyAsync(string form, string statement, string? places = null, string attribute = "")
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using Acme.Crm; using Ethics.Crm;
            public class Job { {{attribute}} void M(Contact c, string p, bool b, int n, PurposeScope? held, System.IO.Stream other) { {{statement}} } }
            """,
            check =>
            {
                if (places is not null)
                {
                    check.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("ECRM9000", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
                        .WithMessage($"The build could not judge {places} in this project, so only the running program does: see ECRM9001 and ECRM9002 in the editor, or build with -p:EthicsCrmStrict=true"));
                }
            });
    }
}
