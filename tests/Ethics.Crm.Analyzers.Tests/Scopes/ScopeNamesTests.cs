using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Scopes;

/// <summary>What a scope or an endpoint names: every purpose that is used must be declared, and opening a scope for none throws.</summary>
public sealed class ScopeNamesTests
{
    [Theory]
    [InlineData("using statement", "using (PurposeScope.Enter({|ECRM1101:\"suport\"|})) { }")]
    [InlineData("using declaration", "using var s = PurposeScope.Enter({|ECRM1101:\"suport\"|});")]
    [InlineData("one of several", "using (PurposeScope.Enter(\"support\", {|ECRM1101:\"suport\"|})) { }")]
    [InlineData("beside one that is no constant", "using (PurposeScope.Enter(p, {|ECRM1101:\"suport\"|})) { }")]
    [InlineData("array", "using (PurposeScope.Enter(new[] { {|ECRM1101:\"suport\"|} })) { }")]
    [InlineData("typed array", "using (PurposeScope.Enter(new string[] { \"support\", {|ECRM1101:\"suport\"|} })) { }")]
    [InlineData("collection expression", "using (PurposeScope.Enter([\"support\", {|ECRM1101:\"suport\"|}])) { }")]
    [InlineData("collection expression with a spread", "using (PurposeScope.Enter([.. all, {|ECRM1101:\"suport\"|}])) { }")]
    [InlineData("constant", "const string C = \"sup\" + \"ort.x\"; using (PurposeScope.Enter({|ECRM1101:C|})) { }")]
    [InlineData("parenthesised", "using (PurposeScope.Enter({|ECRM1101:(\"suport\")|})) { }")]
    [InlineData("named argument", "using (PurposeScope.Enter(purposes: {|ECRM1101:\"suport\"|})) { }")]
    [InlineData("each branch", "using (b ? PurposeScope.Enter({|ECRM1101:\"suport\"|}) : PurposeScope.Enter({|ECRM1101:\"biling\"|})) { }")]
    [InlineData("branch of the data, not a purpose of code", "using (PurposeScope.Enter({|ECRM1101:\"fraud\"|})) { }")]
    [InlineData("another case", "using (PurposeScope.Enter({|ECRM1101:\"Support\"|})) { }")]
    [InlineData("run", "PurposeScope.Run({|ECRM1101:\"suport\"|}, () => { });")]
    [InlineData("run with a result", "var x = PurposeScope.Run({|ECRM1101:\"suport\"|}, () => 1);")]
    [InlineData("run, array", "PurposeScope.Run(new[] { \"support\", {|ECRM1101:\"suport\"|} }, () => { });")]
    [InlineData("run, collection expression", "PurposeScope.Run([{|ECRM1101:\"suport\"|}], () => 1);")]
    [InlineData("run, swapped arguments", "PurposeScope.Run(action: () => { }, purpose: {|ECRM1101:\"suport\"|});")]
    [InlineData("run async", "await PurposeScope.RunAsync({|ECRM1101:\"suport\"|}, ct => Task.CompletedTask);")]
    [InlineData("run async with a result", "var x = await PurposeScope.RunAsync({|ECRM1101:\"suport\"|}, ct => Task.FromResult(1));")]
    [InlineData("run async, array", "await PurposeScope.RunAsync(new[] { {|ECRM1101:\"suport\"|} }, ct => Task.CompletedTask);")]
    [InlineData("using static and alias", "using (Enter({|ECRM1101:\"suport\"|})) using (PS.Enter({|ECRM1101:\"suport\"|})) { }")]
    [InlineData("endpoint", "app.MapGet(() => { }).ForPurpose({|ECRM1101:\"suport\"|});")]
    [InlineData("endpoint, one of several", "app.MapGet(() => { }).ForPurpose(\"support\", {|ECRM1101:\"suport\"|});")]
    public Task NameThatThePolicyDoesNotKnow_IsReportedAtTheName(string form, string statement) => VerifyAsync(form, statement);

    [Theory]
    [InlineData("declared", "using (PurposeScope.Enter(\"support\", \"marketing.email\")) { } PurposeScope.Run(\"billing\", () => { });")]
    [InlineData("no constant", "using (PurposeScope.Enter(p)) using (PurposeScope.Enter(all)) using (PurposeScope.Enter([.. all])) { }")]
    [InlineData("choice of a name", "using (PurposeScope.Enter(b ? \"support\" : \"suport\")) { }")]
    [InlineData("unchecked", "using (PurposeScope.Unchecked(\"suport\")) { }")]
    [InlineData("another method of that name", "Other.Enter(\"suport\"); Other.Run(\"suport\", () => { });")]
    [InlineData("nameof", "var x = nameof(PurposeScope.Enter) + \"suport\";")]
    public Task DeclaredNameOrNoPurpose_IsNotReported(string form, string statement) => VerifyAsync(form, statement);

    [Theory]
    [InlineData("nothing", "using (PurposeScope.{|ECRM1101:Enter|}()) { _ = c.Email; }")]
    [InlineData("null", "using (PurposeScope.Enter({|ECRM1101:null!|})) { _ = c.Email; }")]
    [InlineData("null name", "using (PurposeScope.Enter({|ECRM1101:(string)null!|})) { _ = c.Email; }")]
    [InlineData("default", "using (PurposeScope.Enter({|ECRM1101:default(string)!|})) { _ = c.Email; }")]
    [InlineData("empty name", "using (PurposeScope.Enter({|ECRM1101:\"\"|})) { _ = c.Email; }")]
    [InlineData("blank name", "using (PurposeScope.Enter({|ECRM1101:\"  \"|})) { _ = c.Email; }")]
    [InlineData("blank beside a good one", "using (PurposeScope.Enter(\"marketing\", {|ECRM1101:\"\"|})) { _ = c.Email; }")]
    [InlineData("empty array", "using (PurposeScope.Enter({|ECRM1101:new string[0]|})) { _ = c.Email; }")]
    [InlineData("empty initialiser", "using (PurposeScope.Enter({|ECRM1101:new string[] { }|})) { _ = c.Email; }")]
    [InlineData("empty collection", "using (PurposeScope.Enter({|ECRM1101:[]|})) { _ = c.Email; }")]
    [InlineData("Array.Empty", "using (PurposeScope.Enter({|ECRM1101:System.Array.Empty<string>()|})) { _ = c.Email; }")]
    [InlineData("null in an array", "using (PurposeScope.Enter(new[] { \"marketing\", {|ECRM1101:null!|} })) { _ = c.Email; }")]
    [InlineData("using declaration", "using var s = PurposeScope.{|ECRM1101:Enter|}(); _ = c.Email;")]
    [InlineData("run", "PurposeScope.Run({|ECRM1101:\"\"|}, () => { _ = c.Email; });")]
    [InlineData("run async", "await PurposeScope.RunAsync({|ECRM1101:new string[0]|}, async ct => { await Task.Yield(); _ = c.Email; });")]
    [InlineData("one branch", "using (b ? PurposeScope.Enter({|ECRM1101:\"\"|}) : PurposeScope.Enter(\"support\")) { _ = c.Email; }")]
    [InlineData("one branch, read that the other does not permit", "using (b ? PurposeScope.Enter({|ECRM1101:\"\"|}) : PurposeScope.Enter(\"marketing\")) { _ = c.{|ECRM2001:Email|}; }")]
    public Task ScopeForNoPurpose_IsReportedOnce_AndWhatNeverRunsInItIsNotJudged(string form, string statement) => VerifyAsync(form, statement);

    [Theory]
    [InlineData("[ForPurpose(\"support\")]", "using (PurposeScope.Enter({|ECRM1101:\"\"|})) { }")]
    [InlineData("[ForPurpose(\"support\")]", "using (PurposeScope.{|ECRM1101:Enter|}()) { }")]
    [InlineData("[ForPurpose(\"support\")]", "using (PurposeScope.Enter({|ECRM1101:\"suport\"|})) { }")]
    [InlineData("[ForPurpose(\"support\")]", "using (PurposeScope.{|ECRM1111:Enter|}({|ECRM1101:\"suport\"|}, \"marketing\")) { }")]
    [InlineData("[ForPurpose(\"support\")]", "System.Action a = [ForPurpose({|ECRM1101:\"suport\"|})] () => { };")]
    [InlineData("[ForPurpose({|ECRM1101:\"suport\"|})]", "using (PurposeScope.Enter(\"support\")) { }")]
    [InlineData("[ForPurpose({|ECRM1101:\"suport\"|}, \"billing\")]", "using (PurposeScope.Enter(\"support\")) { }")]
    [InlineData("[ForPurpose({|ECRM1101:\" \"|})]", "using (PurposeScope.Enter(\"support\")) { }")]
    public Task NameThatThePolicyDoesNotKnow_IsNotAlsoBeyondTheDeclaration(string attribute, string statement) => VerifyAsync("declared code", statement, attribute);

    [Fact]
    public Task ReadUnderAMisspeltPurpose_IsAMisuseToo() => VerifyAsync("read", "using (PurposeScope.Enter({|ECRM1101:\"suport\"|})) { _ = c.{|ECRM2001:Email|}; }");

    [Theory]
    [InlineData("using (PurposeScope.Enter({|#0:\"suport\"|})) { }", "'suport' is no purpose that the policy declares; did you mean 'support'?")]
    [InlineData("using (PurposeScope.Enter({|#0:\"zoology\"|})) { }", "'zoology' is no purpose that the policy declares; declare it there, or name one that is")]
    [InlineData("using (PurposeScope.Enter({|#0:\"\"|})) { }", "'\"\"' names no purpose: name one that the policy declares")]
    [InlineData("using (PurposeScope.Enter({|#0:null!|})) { }", "'null!' names no purpose: name at least one that the policy declares")]
    [InlineData("using (PurposeScope.Enter({|#0:(string[])null!|})) { }", "'(string[])null!' names no purpose: name at least one that the policy declares")]
    [InlineData("using (PurposeScope.{|#0:Enter|}()) { }", "'PurposeScope.Enter()' names no purpose: name at least one that the policy declares")]
    [InlineData("app.MapGet(() => { }).{|#0:ForPurpose|}();", "'ForPurpose()' names no purpose: name at least one that the policy declares")]
    [InlineData("using (PurposeScope.Enter({|#0:[]|})) { }", "'[]' names no purpose: name at least one that the policy declares")]
    public Task Message_SaysWhatIsMeantOrMissing(string statement, string message) => VerifyAsync(
        "message", statement, configure: check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1101", DiagnosticSeverity.Error).WithLocation(0).WithMessage(message)));

    [Fact]
    public Task ProjectWithoutPolicy_KnowsNoNames() => VerifyAsync("none", "using (PurposeScope.Enter(\"suport\")) { }", configure: check =>
    {
        check.Policies.Clear();
        check.DisabledDiagnostics.Add("ECRM1001");
    });

    private static Task VerifyAsync(string form, string statement, string attribute = "", Action<AnalyzerCheck>? configure = null)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm; using Microsoft.AspNetCore.Builder;
            using static Ethics.Crm.PurposeScope; using PS = Ethics.Crm.PurposeScope;
            namespace Microsoft.AspNetCore.Builder
            {
                public class App { public App MapGet(Action handler) => this; }
                public static class Conventions { public static App ForPurpose(this App app, params string[] purposes) => app; }
            }
            public static class Other { public static void Enter(string name) { } public static void Run(string name, Action action) { } }
            public class Job
            {
                {{attribute}}
                async Task M(Contact c, App app, string p, string[] all, bool b)
                {
                    await Task.Yield();
                    {{statement}}
                }
            }
            """,
            configure);
    }
}
