using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Scopes;

public sealed class PurposeBeyondDeclarationTests
{
    [Theory]
    [InlineData("[ForPurpose(\"support\")] class Job { void M() { using (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { } } }")]
    [InlineData("[ForPurpose(\"support\")] class Job { void M() { using var s = PurposeScope.{|ECRM1111:Enter|}(\"support\", \"marketing\"); } }")]
    [InlineData("class Job { [ForPurpose(\"support\")] void M() { PurposeScope.{|ECRM1111:Run|}(\"marketing\", () => { }); } }")]
    [InlineData("class Job { [ForPurpose(\"support\")] async Task M() => await PurposeScope.{|ECRM1111:RunAsync|}(\"marketing\", async ct => await Task.Yield()); }")]
    [InlineData("class Job { [ForPurpose(\"marketing.email\")] void M() { using (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { } } }")]
    [InlineData("[ForPurpose(\"support\")] class Job { Action M() => [{|ECRM1111:ForPurpose(\"marketing\")|}] () => { }; }")]
    [InlineData("[ForPurpose(\"support\")] class Job { Func<Task> M() => [{|ECRM1111:ForPurpose(\"marketing\")|}] async () => await Task.Yield(); }")]
    [InlineData("[ForPurpose(\"support\")] class Job { void M() { L(); [{|ECRM1111:ForPurpose(\"marketing\")|}] void L() { } } }")]
    [InlineData("class Job { Action M() => [ForPurpose(\"support\")] () => { using (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { } }; }")]
    [InlineData("[ForPurpose(\"marketing\")] class Job { Action M() => [{|ECRM1111:ForPurpose(\"support\")|}] () => { using (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { } }; }")]
    [InlineData("class Job { void M() { L(); [ForPurpose(\"support\")] void L() { using (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { } } } }")]
    [InlineData("interface IJob { [ForPurpose(\"support\")] void M(); } class Job : IJob { public void M() { using (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { } } }")]
    [InlineData("[ForPurpose(\"support\")] class Base { } class Job : Base { void M() { using (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { } } }")]
    [InlineData("[ForPurpose(\"support\")] class Job { void M() { using (PurposeScope.Enter(\"support\")) using (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { } } }")]
    [InlineData("[ForPurpose(\"support\")] class Job { void M() { PurposeScope.Run(\"support\", () => { using (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { } }); } }")]
    [InlineData("[ForPurpose(\"support\")] class Job { int f = PurposeScope.{|ECRM1111:Run|}(\"marketing\", () => 1); }")]
    [InlineData("[ForPurpose(\"support\")] class Job { void M(App app) => app.MapGet(() => { }).{|ECRM1111:ForPurpose|}(\"marketing\"); }")]
    [InlineData("class Job { void M(App app) => app.MapGet(() => { using (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { } }).ForPurpose(\"support\"); }")]
    [InlineData("[ForPurpose(\"support\")] class Job { void M() { using (PS.{|ECRM1111:Enter|}(\"marketing\")) { } using ({|ECRM1111:Enter|}(\"marketing\")) { } } }")]
    public Task PurposeThatTheDeclarationAroundLacks_IsReported(string code) => VerifyAsync(code);

    [Theory]
    [InlineData("[ForPurpose(\"support\")] class Job { void M() { using (PurposeScope.Enter(\"support\")) { } } }")]
    [InlineData("[ForPurpose(\"marketing\")] class Job { void M() { using (PurposeScope.Enter(\"marketing.email\")) { } } }")]
    [InlineData("[ForPurpose(\"support\", \"marketing\")] class Job { void M() { using (PurposeScope.Enter(\"marketing\")) { } } }")]
    [InlineData("class Job { void M() { using (PurposeScope.Enter(\"marketing\")) { } } Action N() => [ForPurpose(\"support\")] () => { }; }")]
    [InlineData("class Job { void M() { using (PurposeScope.Enter(\"support\")) using (PurposeScope.Enter(\"marketing\")) { } } }")]
    [InlineData("class Job { void M() { using (PurposeScope.Enter(\"support\")) { L(); [ForPurpose(\"marketing\")] void L() { } } } }")]
    [InlineData("[ForPurpose(\"support\")] class Job { [ForPurpose(\"marketing\")] void M() { using (PurposeScope.Enter(\"marketing\")) { } } }")]
    [InlineData("[ForPurpose(\"support\")] class Job { [ForPurpose(\"marketing\")] class In { void M() { using (PurposeScope.Enter(\"marketing\")) { } } } }")]
    [InlineData("[ForPurpose(\"support\")] class Base { public virtual void M() { } } [ForPurpose(\"marketing\")] class Job : Base { public override void M() { using (PurposeScope.Enter(\"marketing\")) { } } }")]
    [InlineData("[ForPurpose(\"support\")] class Job { void M(string p) { using (PurposeScope.Enter(p)) { } using (PurposeScope.Unchecked(\"why\")) { } } }")]
    [InlineData("class Job { void M(App app) => app.MapGet(() => { using (PurposeScope.Enter(\"marketing\")) { } }).ForPurpose(\"marketing\"); }")]
    [InlineData("class Job { void M(App app, string p) => app.MapGet(() => { using (PurposeScope.Enter(\"marketing\")) { } }).ForPurpose(p); }")]
    [InlineData("[ForPurpose(\"support\")] class Job { void M() { using (PurposeScope.Enter({|ECRM1101:\"suport\"|})) { } } }")]
    [InlineData("[ForPurpose(\"support\", {|ECRM1101:\"suport\"|})] class Job { void M() { using (PurposeScope.Enter(\"marketing\")) { } } }")]
    [InlineData("[{|ECRM1101:ForPurpose()|}] class Job { void M() { using (PurposeScope.Enter(\"marketing\")) { } } }")]
    public Task PurposeWithinItsSurroundings_IsNotReported(string code) => VerifyAsync(code);

    [Theory]
    [InlineData("assembly", "[assembly: ForPurpose(\"support\")]", "", "PurposeScope.{|ECRM1111:Enter|}(\"marketing\")")]
    [InlineData("policy", "", "\"Acme.Job\": [\"support\"]", "PurposeScope.{|ECRM1111:Enter|}(\"marketing\")")]
    [InlineData("policy before assembly", "[assembly: ForPurpose(\"support\")]", "\"Acme.Job\": [\"marketing\"]", "PurposeScope.Enter(\"marketing\")")]
    [InlineData("neither", "", "", "PurposeScope.Enter(\"marketing\")")]
    public Task AssemblyAndPolicy_AreDeclaredSurroundings(string form, string assembly, string entries, string scope)
    {
        Assert.NotEmpty(form);
        return VerifyAsync($"class Job {{ void M() {{ using ({scope}) {{ }} }} }}", entries, assembly);
    }

    [Theory]
    [InlineData("[{|ECRM1111:ForPurpose(\"support\")|}] class Job { void M() { } string P => \"\"; }")]
    [InlineData("[ForPurpose(\"marketing\")] class Job { [{|ECRM1111:ForPurpose(\"support\")|}] void M() { } }")]
    [InlineData("class Job { [{|ECRM1111:ForPurpose(\"support\", \"marketing\")|}] string P { get; set; } = \"\"; }")]
    [InlineData("class Job { string P { [{|ECRM1111:ForPurpose(\"support\")|}] get => \"\"; set { } } }")]
    [InlineData("class Job { [{|ECRM1111:ForPurpose(\"support\")|}] Job() { } }")]
    [InlineData("class Job { Action M() => [{|ECRM1111:ForPurpose(\"support\")|}] () => { }; }")]
    [InlineData("class Job { void M() { L(); [{|ECRM1111:ForPurpose(\"support\")|}] void L() { } } }")]
    [InlineData("class Job { void M() { using (PurposeScope.{|ECRM1111:Enter|}(\"support\")) { } } }")]
    [InlineData("class Job { async Task M() { await PurposeScope.{|ECRM1111:RunAsync|}(\"support\", ct => Task.CompletedTask); } }")]
    [InlineData("class Job { [{|ECRM1111:ForPurpose(\"support\")|}] class In { } }")]
    [InlineData("class {|ECRM1111:Job|} : Out.Supporter { void M() { } void N() { } }")]
    [InlineData("class Job : Out.ISupporter { public void {|ECRM1111:Help|}() { } }")]
    [InlineData("class Job : Out.ISupporter { void Out.ISupporter.{|ECRM1111:Help|}() { } }")]
    public Task DeclarationBeyondItsCeiling_IsReported(string code) => VerifyAsync(code, "\"Acme.Job.**\": { \"purposes\": [\"marketing\"], \"only\": true }");

    [Theory]
    [InlineData("[ForPurpose(\"marketing\")] class Job { [ForPurpose(\"marketing.email\")] void M() { using (PurposeScope.Enter(\"marketing.email\")) { } } }")]
    [InlineData("class Job { void M() { using (PurposeScope.Enter(\"marketing\")) { } } }")]
    [InlineData("[ForPurpose(\"support\")] class Other { [ForPurpose(\"billing\")] void M() { } }")]
    [InlineData("class Job : Out.ISupporter { [ForPurpose(\"marketing\")] public void Help() { } }")]
    [InlineData("[ForPurpose(\"marketing\")] class Job : Out.Supporter { }")]
    public Task DeclarationWithinItsCeiling_IsNotReported(string code) => VerifyAsync(code, "\"Acme.Job.**\": { \"purposes\": [\"marketing\"], \"only\": true }");

    /// <summary>An overlay leaves less to declare, and what declares nothing works for all that the base says: less need not permit what it reads.</summary>
    [Theory]
    [InlineData("public class Job { string M(Contact c) => c.{|ECRM2001:Email|}; }", "[\"support\", \"marketing\"]")]
    [InlineData("[ForPurpose(\"support\")] public class Job { string M(Contact c) => c.Email; }", "[\"support\", \"marketing\"]")]
    [InlineData("[{|ECRM1111:ForPurpose(\"marketing\")|}] public class Job { string M(Contact c) => c.{|ECRM2001:Email|}; }", "[\"support\", \"marketing\"]")]
    [InlineData("public class Job { string M(Contact c) => c.Email; }", "[\"support\"]")]
    public Task CeilingThatAnOverlaySaysWithLess_LeavesLessToDeclare(string code, string ceiling) => Rules.VerifyWithContactAsync(
        "using Acme.Crm; using Ethics.Crm; namespace Acme.Jobs { " + code + " }",
        check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestPolicy.Base("base.policy.json", Policies.Fabrikam.Replace("\"version\": 1,", $"\"version\": 1, \"code\": {{ \"Acme.Jobs.**\": {{ \"purposes\": {ceiling}, \"only\": true }} }},", StringComparison.Ordinal)));
            check.Policies.Add(TestPolicy.Of("{ \"version\": 1, \"extends\": [\"base.policy.json\"], \"code\": { \"Acme.Jobs.**\": [\"support\"] } }"));
        });

    [Fact]
    public Task EntryWithoutCeiling_LimitsNoDeclaration() => VerifyAsync("[ForPurpose(\"support\")] class Job { void M() { using (PurposeScope.Enter(\"support\")) { } } }", "\"Acme.Job.**\": [\"marketing\"]");

    [Theory]
    [InlineData("[ForPurpose(\"support\", \"billing\")] class Job { void M() { using (PurposeScope.{|#0:Enter|}(\"marketing\")) { } } }", "'Job.M' is declared for support and billing only but opens a scope for marketing", "")]
    [InlineData("[ForPurpose(\"support\")] class Job { Action M() => [{|#0:ForPurpose(\"marketing\")|}] () => { }; }", "'Job.M' is declared for support only but declares marketing inside", "")]
    [InlineData("[{|#0:ForPurpose(\"support\")|}] class Job { }", "'Job' is limited to marketing by the policy but declares support", "\"Acme.**\": { \"purposes\": [\"marketing\"], \"only\": true }")]
    [InlineData("class Job { void M() { using (PurposeScope.{|#0:Enter|}(\"support\", \"marketing\")) { } } }", "'Job.M' is limited to marketing by the policy but opens a scope for support", "\"Acme.**\": { \"purposes\": [\"marketing\"], \"only\": true }")]
    public Task Message_NamesWhatIsDeclaredThenWhatHappened(string code, string message, string entries) => VerifyAsync(
        code, entries, configure: check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1111", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message)));

    /// <summary>A member says what its type says already, unless it goes beyond another ceiling, or by other purposes.</summary>
    [Theory]
    [InlineData("\"Acme.Job\": { \"purposes\": [\"support\"], \"only\": true }", "[{|ECRM1111:ForPurpose(\"marketing\")|}] class Job { void M() { } }")]
    [InlineData("\"Acme.Job\": { \"purposes\": [\"support\"], \"only\": true }, \"Acme.Job.M()\": { \"purposes\": [\"billing\"], \"only\": true }", "[{|ECRM1111:ForPurpose(\"marketing\")|}] class Job { void {|ECRM1111:M|}() { } }")]
    [InlineData("\"Acme.Job\": { \"purposes\": [\"support\"], \"only\": true }", "interface IJob { [ForPurpose(\"billing\")] void M(); } [{|ECRM1111:ForPurpose(\"marketing\")|}] class Job : IJob { public void {|ECRM1111:M|}() { } }")]
    public Task MemberBeyondItsCeiling_IsReportedWhereItsTypeDoesNotSaySo(string entries, string code) => VerifyAsync(code, entries);

    /// <summary>What a generator wrote nobody can mend; the lines of a view are a person's.</summary>
    [Theory]
    [InlineData("[ForPurpose(\"support\")] class View { void M() { using (PurposeScope.Enter(\"marketing\")) { } } }")]
    [InlineData("[ForPurpose(\"support\")] class View { void M() {\n#line 7 \"/0/View.cshtml\"\nusing (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { }\n#line default\n} }")]
    [InlineData("[ForPurpose(\"support\")] class View { void M() { using (PurposeScope.Enter(\"marketing\")) { }\n#line 7 \"/0/View.cshtml\"\nusing (PurposeScope.{|ECRM1111:Enter|}(\"marketing\")) { }\n#line default\n} }")]
    [InlineData("[ForPurpose(\"marketing\")] class Job { }")]
    [InlineData("[ForPurpose(\"marketing\")] class Job { void M() {\n#line 7 \"/0/View.cshtml\"\n;\n#line default\n} }")]
    public Task DeclarationInGeneratedCode_IsReportedInTheLinesOfAView(string code)
        => VerifyAsync("", entries: "\"Acme.Job\": { \"purposes\": [\"support\"], \"only\": true }", configure: check => check.TestState.Sources.Add(("/0/View.g.cs", "// <auto-generated/>\nusing Ethics.Crm;\nnamespace Acme { " + code + " }")));

    private static Task VerifyAsync(string code, string entries = "", string assembly = "", Action<AnalyzerCheck>? configure = null) => Rules.VerifyAsync(
        $$"""
        using System; using System.Threading.Tasks; using Ethics.Crm; using static Ethics.Crm.PurposeScope; using PS = Ethics.Crm.PurposeScope;
        {{assembly}}
        namespace Microsoft.AspNetCore.Builder
        {
            public class App { public App MapGet(Action handler) => this; }
            public static class Conventions { public static App ForPurpose(this App app, params string[] purposes) => app; }
        }
        namespace Out
        {
            [ForPurpose("support")] public class Supporter { }
            public interface ISupporter { [ForPurpose("support")] void Help(); }
        }
        namespace Acme { using Microsoft.AspNetCore.Builder; {{code}} }
        """,
        check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestPolicy.Of(Policies.Fabrikam.Replace("\"version\": 1,", $"\"version\": 1, \"code\": {{ {entries} }},")));
            configure?.Invoke(check);
        });
}
