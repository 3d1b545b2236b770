using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Unconcluded;

public sealed class NotConcludedTests
{
    [Theory]
    [InlineData("parameter", "void M(Contact c, string p) { using (PurposeScope.{|ECRM9001:Enter|}(p)) { _ = c.Email; } }")]
    [InlineData("declaration", "void M(Contact c, string p) { using var s = PurposeScope.{|ECRM9001:Enter|}(p); _ = c.Email; }")]
    [InlineData("one of several", "void M(Contact c, string p) { using (PurposeScope.{|ECRM9001:Enter|}(\"support\", p)) { _ = c.Email; } }")]
    [InlineData("static readonly", "static readonly string P = \"support\"; void M(Contact c) { using (PurposeScope.{|ECRM9001:Enter|}(P)) { _ = c.Email; } }")]
    [InlineData("array", "void M(Contact c, string[] p) { using (PurposeScope.{|ECRM9001:Enter|}(p)) { _ = c.Email; } }")]
    [InlineData("run", "void M(Contact c, string p) => PurposeScope.{|ECRM9001:Run|}(p, () => { _ = c.Email; });")]
    [InlineData("run async", "async Task M(Contact c, string p) => await PurposeScope.{|ECRM9001:RunAsync|}(p, async ct => { await Task.Yield(); _ = c.Email; });")]
    [InlineData("lambda", "System.Func<string> M(Contact c, string p) { using (PurposeScope.{|ECRM9001:Enter|}(p)) { return () => c.Email; } }")]
    [InlineData("alias", "void M(Contact c, string p) { using (PS.{|ECRM9001:Enter|}(p)) { _ = c.Email; } }")]
    [InlineData("endpoint", "void M(App app, string p) => app.MapGet((Contact c) => c.Email).{|ECRM9001:ForPurpose|}(p);")]
    [InlineData("helper", "void M(Contact c, Opener o) { using (o.{|ECRM9001:Open|}()) { _ = c.Email; } }")]
    [InlineData("variable", "void M(Contact c, PurposeScope s) { using ({|ECRM9001:s|}) { _ = c.Email; } }")]
    [InlineData("in declared code", "[ForPurpose(\"marketing\")] void M(Contact c, string p) { using (PurposeScope.{|ECRM9001:Enter|}(p)) { _ = c.Email; } }")]
    [InlineData("undeclared read of what is permitted", "void M(Contact c, string p) { using (PurposeScope.{|ECRM9001:Enter|}(p)) { _ = c.Phone; } }")]
    public Task ReadUnderAPurposeThatIsNoConstant_IsNotedAndCounted(string form, string member) => VerifyAsync(form, member, "one place");

    [Theory]
    [InlineData("constant", "const string P = \"sup\" + \"port\"; void M(Contact c) { using (PurposeScope.Enter(P)) { _ = c.Email; } }")]
    [InlineData("write", "void M(Contact c, string p) { using (PurposeScope.Enter(p)) { c.Email = nameof(c.Email); } }")]
    [InlineData("unlabelled read", "void M(Contact c, string p) { using (PurposeScope.Enter(p)) { _ = c.Name; } }")]
    [InlineData("read beside it", "void M(Contact c, string p) { using (PurposeScope.Enter(p)) { } _ = c.Email; }")]
    [InlineData("constant scope inside", "void M(Contact c, string p) { using (PurposeScope.Enter(p)) using (PurposeScope.Enter(\"support\")) { _ = c.Email; } }")]
    [InlineData("unchecked", "void M(Contact c, string p) { using (PurposeScope.Unchecked(p)) { _ = c.Email; } }")]
    [InlineData("another resource", "void M(Contact c, System.IO.Stream s) { using (s) { _ = c.Email; } }")]
    public Task EverythingThatIsKnown_IsSilent(string form, string member) => VerifyAsync(form, member, null);

    [Fact]
    public Task Scope_IsToldOnceWithAllThatIsReadInIt() => VerifyAsync(
        "several reads",
        "void M(Contact c, string p) { using (PurposeScope.{|#0:Enter|}(p)) { _ = c.Phone; _ = c.Email; _ = c.Email; } }",
        "one place",
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM9001", DiagnosticSeverity.Info).WithLocation(0)
            .WithMessage("The purpose of this scope is no constant, so the build does not judge the read of 'Contact.Email' and 'Contact.Phone' in it")));

    [Fact]
    public Task SeveralPlaces_AreOneWarningOfTheProject() => VerifyAsync(
        "three", "void M(Contact c, string p) { using (PurposeScope.{|ECRM9001:Enter|}(p)) { _ = c.Email; } using (PurposeScope.{|ECRM9001:Enter|}(p)) { _ = c.Email; } } void N(Contact c, string p) { using (PurposeScope.{|ECRM9001:Enter|}(p)) { _ = c.Email; } }", "3 places");

    [Fact]
    public Task ProjectWithoutPolicy_HasOtherTroubles() => VerifyAsync(
        "no policy",
        "",
        null,
        check =>
        {
            check.Policies.Clear();
            check.TestState.Sources.Clear();
            check.TestState.Sources.Add("public class Job { public void M(string p) { using (Ethics.Crm.PurposeScope.Enter(p)) { } } }");
        });

    private static Task VerifyAsync(string form, string member, string? places, Action<AnalyzerCheck>? configure = null)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm; using PS = Ethics.Crm.PurposeScope; using Microsoft.AspNetCore.Builder;
            namespace Microsoft.AspNetCore.Builder
            {
                public class App { public App MapGet<T>(System.Func<T, string> handler) => this; }
                public static class Conventions { public static App ForPurpose(this App app, params string[] purposes) => app; }
            }
            public class Opener { public PurposeScope Open() => null!; }
            public class Job { {{member}} }
            """,
            check =>
            {
                if (places is not null)
                {
                    check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM9000", DiagnosticSeverity.Warning)
                        .WithMessage($"The build could not judge {places} in this project, so only the running program does: see ECRM9001 and ECRM9002 in the editor, or build with -p:EthicsCrmStrict=true"));
                }

                configure?.Invoke(check);
            });
    }
}
