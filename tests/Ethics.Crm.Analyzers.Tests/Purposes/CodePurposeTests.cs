using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Purposes;

/// <summary>The whole order of what says what code works for. The e-mail permits support alone; each test puts marketing and support at two places of the order.</summary>
public sealed class CodePurposeTests
{
    private const string M = "\"marketing\"";
    private const string S = "\"support\"";

    [Theory]
    [InlineData("member before type", $"[ForPurpose({S})] public class Job {{ [ForPurpose({M})] string R(Contact c) => c.{{|ECRM2001:Email|}}; string T(Contact c) => c.Email; }}")]
    [InlineData("property for its accessors", $"public class Job {{ Contact c = new(); [ForPurpose({M})] string P {{ get => c.{{|ECRM2001:Email|}}; set => _ = c.{{|ECRM2001:Email|}}; }} }}")]
    [InlineData("accessor before property", $"public class Job {{ Contact c = new(); [ForPurpose({M})] string P {{ [ForPurpose({S})] get => c.Email; set => _ = c.{{|ECRM2001:Email|}}; }} }}")]
    [InlineData("constructor", $"public class Job {{ [ForPurpose({M})] public Job(Contact c) => _ = c.{{|ECRM2001:Email|}}; public Job(Contact c, int x) => _ = c.Email; }}")]
    [InlineData("overridden before type", $"public class Base {{ [ForPurpose({M})] public virtual void R(Contact c) {{ }} }} [ForPurpose({S})] public class Job : Base {{ public override void R(Contact c) => _ = c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("own before overridden", $"public class Base {{ [ForPurpose({M})] public virtual void R(Contact c) {{ }} }} public class Job : Base {{ [ForPurpose({S})] public override void R(Contact c) => _ = c.Email; }}")]
    [InlineData("interface member", $"public interface IJob {{ [ForPurpose({M})] void R(Contact c); }} [ForPurpose({S})] public class Job : IJob {{ public void R(Contact c) => _ = c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("explicitly implemented member", $"public interface IJob {{ [ForPurpose({M})] void R(Contact c); }} public class Job : IJob {{ void IJob.R(Contact c) => _ = c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("all inherited members together", $"public interface IA {{ [ForPurpose({S})] void R(Contact c); }} public interface IB {{ [ForPurpose({M})] void R(Contact c); }} public class Job : IA, IB {{ public void R(Contact c) => _ = c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("interface property", $"public interface IJob {{ [ForPurpose({M})] string P {{ get; }} }} public class Job : IJob {{ Contact c = new(); public string P => c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("inner type before outer", $"[ForPurpose({M})] public class Outer {{ [ForPurpose({S})] public class Job {{ string R(Contact c) => c.Email; }} public class Other {{ string R(Contact c) => c.{{|ECRM2001:Email|}}; }} }}")]
    [InlineData("outer type before base of inner", $"[ForPurpose({M})] public class Base {{ }} [ForPurpose({S})] public class Outer {{ public class Job : Base {{ string R(Contact c) => c.Email; }} }}")]
    [InlineData("base type", $"[ForPurpose({M})] public class Base {{ }} public class Mid : Base {{ }} public class Job : Mid {{ string R(Contact c) => c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("interface of type", $"[ForPurpose({M})] public interface IJob {{ }} public class Job : IJob {{ string R(Contact c) => c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("assembly last", $"public class Job {{ string R(Contact c) => c.{{|ECRM2001:Email|}}; [ForPurpose({S})] string T(Contact c) => c.Email; }}", $"[assembly: ForPurpose({M})]")]
    [InlineData("nothing", "public class Job { string R(Contact c) => c.Email; }")]
    [InlineData("struct and record", $"[ForPurpose({M})] public struct A {{ string R(Contact c) => c.{{|ECRM2001:Email|}}; }} [ForPurpose({M})] public record B {{ string R(Contact c) => c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("initialiser by type", $"[ForPurpose({M})] public class Job {{ string f = new Contact().{{|ECRM2001:Email|}}; }}")]
    [InlineData("lambda with attribute", $"[ForPurpose({S})] public class Job {{ System.Func<Contact, string> R() => [{{|ECRM1111:ForPurpose({M})|}}] (c) => c.{{|ECRM2001:Email|}}; System.Func<Contact, string> T() => c => c.Email; }}")]
    [InlineData("local function with attribute", $"[ForPurpose({S})] public class Job {{ string R(Contact c) {{ return L(); [{{|ECRM1111:ForPurpose({M})|}}] string L() => c.{{|ECRM2001:Email|}}; }} }}")]
    public Task Order_IsInnermostFirst(string rule, string code, string assembly = "") => VerifyAsync(rule, code, assembly);

    [Theory]
    [InlineData("using statement", $"void R(Contact c) {{ using (PurposeScope.Enter({M})) {{ _ = c.{{|ECRM2001:Email|}}; }} _ = c.Email; }}")]
    [InlineData("using statement without block", $"void R(Contact c) {{ using (PurposeScope.Enter({M})) _ = c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("using statement with variable", $"void R(Contact c) {{ using (var s = PurposeScope.Enter({M})) {{ _ = c.{{|ECRM2001:Email|}}; }} }}")]
    [InlineData("using declaration for the rest of its block", $"void R(Contact c) {{ {{ _ = c.Email; using var s = PurposeScope.Enter({M}); _ = c.{{|ECRM2001:Email|}}; if (true) {{ _ = c.{{|ECRM2001:Email|}}; }} }} _ = c.Email; }}")]
    [InlineData("innermost scope", $"void R(Contact c) {{ using (PurposeScope.Enter({M})) {{ using (PurposeScope.Enter({S})) {{ _ = c.Email; }} _ = c.{{|ECRM2001:Email|}}; }} }}")]
    [InlineData("two declarations", $"void R(Contact c) {{ using var a = PurposeScope.Enter({M}); using var b = PurposeScope.Enter({S}); _ = c.Email; }}")]
    [InlineData("scope opens what the class does not declare", $"void R(Contact c) {{ using (PurposeScope.Enter({S})) _ = c.Email; }}")]
    [InlineData("several purposes", $"void R(Contact c) {{ using (PurposeScope.Enter({S}, {M})) _ = c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("array of constants", $"void R(Contact c) {{ using (PurposeScope.Enter(new[] {{ {M} }})) _ = c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("collection expression", $"void R(Contact c) {{ using (PurposeScope.Enter([{M}])) _ = c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("constant and nameof", "const string P = \"market\" + \"ing\"; const string support = \"\"; void R(Contact c) { using (PurposeScope.Enter(P)) _ = c.{|ECRM2001:Email|}; using (PurposeScope.Enter(nameof(support))) _ = c.Email; }")]
    [InlineData("other resources say nothing", $"void R(Contact c) {{ using (PurposeScope.Enter({M})) using (var s = new System.IO.MemoryStream()) _ = c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("unchecked says nothing", $"void R(Contact c) {{ using (PurposeScope.Enter({M})) using (PurposeScope.Unchecked(\"why\")) _ = c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("lambda inside a scope", $"object R(System.Collections.Generic.List<Contact> l) {{ using (PurposeScope.Enter({M})) return l.ConvertAll(c => c.{{|ECRM2001:Email|}}); }}")]
    [InlineData("Run", $"void R(Contact c) {{ PurposeScope.Run({M}, () => {{ _ = c.{{|ECRM2001:Email|}}; }}); _ = c.Email; }}")]
    [InlineData("Run with result", $"string R(Contact c) => PurposeScope.Run({M}, () => c.{{|ECRM2001:Email|}});")]
    [InlineData("RunAsync", $"Task R(Contact c) => PurposeScope.RunAsync({M}, async ct => {{ await Task.Yield(); _ = c.{{|ECRM2001:Email|}}; }});")]
    [InlineData("RunAsync with named arguments", $"Task R(Contact c) => PurposeScope.RunAsync(function: async ct => {{ await Task.Yield(); _ = c.{{|ECRM2001:Email|}}; }}, purpose: {M});")]
    [InlineData("Run with several", $"void R(Contact c) => PurposeScope.Run(new[] {{ {S}, {M} }}, () => {{ _ = c.{{|ECRM2001:Email|}}; }});")]
    [InlineData("using static", $"void R(Contact c) {{ using (Enter({M})) _ = c.{{|ECRM2001:Email|}}; Run({M}, () => {{ _ = c.{{|ECRM2001:Email|}}; }}); }}")]
    [InlineData("alias", $"void R(Contact c) {{ using (PS.Enter({M})) _ = c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("endpoint", $"void R(App app) => app.MapGet(\"/\", (Contact c) => c.{{|ECRM2001:Email|}}).Named(\"x\").ForPurpose({M});")]
    [InlineData("endpoint without purpose", "void R(App app) => app.MapGet(\"/\", (Contact c) => c.Email).Named(\"x\");")]
    public Task Scope_HoldsWhereItSurroundsTheRead(string rule, string member)
        => VerifyAsync(rule, $"public class Job {{ {member} }}");

    [Theory]
    [InlineData("code entry", "\"Acme.Job\": [\"marketing\"]", "public class Job { string R(Contact c) => c.{|ECRM2001:Email|}; }")]
    [InlineData("code entry of a member", "\"Acme.Job.R\": [\"marketing\"], \"Acme.**\": [\"support\"]", "public class Job { string R(Contact c) => c.{|ECRM2001:Email|}; string T(Contact c) => c.Email; }")]
    [InlineData("code entry of an extension member", "\"Acme.Ext.R\": [\"marketing\"]", "public static class Ext { extension(Contact c) { public string R() => c.{|ECRM2001:Email|}; public string T() => c.Email; } }")]
    [InlineData("code entry of nested types", "\"Acme.Job.**\": [\"marketing\"]", "public class Job { class In { string R(Contact c) => c.{|ECRM2001:Email|}; } }")]
    [InlineData("entry of an interface", "\"Acme.IJob\": [\"marketing\"]", "public interface IJob { } public class Job : IJob { string R(Contact c) => c.{|ECRM2001:Email|}; } public class Other { string R(Contact c) => c.Email; }")]
    [InlineData("entry of an interface member", "\"Acme.IJob.R\": [\"marketing\"], \"Acme.Job\": [\"support\"]", "public interface IJob { string R(Contact c); } public class Job : IJob { public string R(Contact c) => c.{|ECRM2001:Email|}; string T(Contact c) => c.Email; }")]
    [InlineData("entry of an overridden member", "\"Acme.Base.R\": [\"marketing\"]", "public abstract class Base { public abstract string R(Contact c); public string T(Contact c) => c.Email; } public class Job : Base { public override string R(Contact c) => c.{|ECRM2001:Email|}; }")]
    [InlineData("entry of a base", "\"Acme.Base\": [\"marketing\"], \"Acme.Own\": [\"support\"]", "public class Base { } public class Job : Base { string R(Contact c) => c.{|ECRM2001:Email|}; } public class Own : Base { string R(Contact c) => c.Email; }")]
    [InlineData("own entry before that of an interface member", "\"Acme.IJob.R\": [\"marketing\"], \"Acme.Job.R\": [\"support\"]", "public interface IJob { string R(Contact c); } public class Job : IJob { public string R(Contact c) => c.Email; }")]
    [InlineData("entry that takes out", "\"Acme.IJob\": [\"marketing\"], \"Acme.Job\": null", "public interface IJob { } public class Job : IJob { string R(Contact c) => c.Email; }")]
    [InlineData("wildcard speaks for what it covers alone", "\"Acme.Api.**\": [\"marketing\"]", "namespace Api { public interface IJob { } } public class Job : Api.IJob { string R(Contact c) => c.Email; }")]
    [InlineData("ceiling of an interface stays there", "\"Acme.IJob\": { \"purposes\": [\"marketing\"], \"only\": true }", $"public interface IJob {{ }} public class Job : IJob {{ [ForPurpose({S})] string R(Contact c) => c.Email; string T(Contact c) => c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("ceiling before the entry of an interface", "\"Acme.IJob\": [\"support\"], \"Acme.Job\": { \"purposes\": [\"marketing\"], \"only\": true }", "public interface IJob { } public class Job : IJob { string R(Contact c) => c.{|ECRM2001:Email|}; }")]
    [InlineData("attribute before entry", "\"Acme.**\": [\"marketing\"]", $"public class Job {{ [ForPurpose({S})] string R(Contact c) => c.Email; }}")]
    [InlineData("ceiling before attribute", "\"Acme.**\": { \"purposes\": [\"marketing\"], \"only\": true }", $"public class Job {{ [{{|ECRM1111:ForPurpose({S})|}}] string R(Contact c) => c.{{|ECRM2001:Email|}}; }}")]
    [InlineData("ceiling before scope", "\"Acme.**\": { \"purposes\": [\"marketing\"], \"only\": true }", $"public class Job {{ void R(Contact c) {{ using (PurposeScope.{{|ECRM1111:Enter|}}({S})) _ = c.{{|ECRM2001:Email|}}; }} }}")]
    [InlineData("within the ceiling", "\"Acme.**\": { \"purposes\": [\"support\", \"marketing\"], \"only\": true }", $"public class Job {{ [ForPurpose({S})] string R(Contact c) => c.Email; }}")]
    public Task PolicyEntry_ComesAfterAttributesAndItsCeilingBeforeThem(string rule, string entries, string code)
    {
        Assert.NotEmpty(rule);
        return Rules.VerifyWithContactAsync(
            $"using Acme.Crm; using Ethics.Crm; namespace Acme {{ {code} }}",
            check =>
            {
                check.Policies.Clear();
                check.Policies.Add(TestKit.TestPolicy.Of(TestKit.Policies.Fabrikam.Replace("\"version\": 1,", $"\"version\": 1, \"code\": {{ {entries} }},")));
            });
    }

    [Theory]
    [InlineData("static class Ext { extension(Contact c) { [ForPurpose(\"marketing\")] public string R() => c.{|#0:Email|}; } }", "Ext.R")]
    [InlineData("class J { Contact c = new(); [ForPurpose(\"marketing\")] ~J() => System.Console.WriteLine(c.{|#0:Email|}); }", "J.~J")]
    public Task Code_IsNamedAsItIsWritten(string code, string name) => Rules.VerifyWithContactAsync(
        $"using Acme.Crm; using Ethics.Crm; namespace Acme {{ {code} }}",
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2001", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage($"'Contact.Email' is collected for support only but is read in '{name}' (marketing)")));

    [Theory]
    [InlineData("[{|ECRM1111:ForPurpose(\"support\")|}]", "marketing; the policy limits this code to marketing")]
    [InlineData("[{|ECRM1111:ForPurpose(\"billing\")|}]", "billing and marketing; the policy limits this code to marketing")]
    [InlineData("[ForPurpose(\"marketing.email\")]", "marketing.email")]
    [InlineData("", "marketing")]
    public Task CodeBeyondItsCeiling_IsToldTheCeiling(string declaration, string purposes) => Rules.VerifyWithContactAsync(
        $"using Acme.Crm; using Ethics.Crm; namespace Acme {{ public class Job {{ {declaration} string R(Contact c) => c.{{|#0:Email|}}; }} }}",
        check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestKit.TestPolicy.Of(TestKit.Policies.Fabrikam.Replace(
                "\"version\": 1,", "\"version\": 1, \"code\": { \"Acme.Job.**\": { \"purposes\": [\"marketing\"], \"only\": true } },")));
            check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2001", DiagnosticSeverity.Warning).WithLocation(0)
                .WithMessage($"'Contact.Email' is collected for support only but is read in 'Job.R' ({purposes})"));
        });

    [Fact]
    public Task TopLevelStatements_AreCodeOfTheProgram() => Rules.VerifyWithContactAsync(
        """
        using Acme.Crm; using Ethics.Crm;
        var c = new Contact();
        _ = c.Email;
        using var scope = PurposeScope.Enter("marketing");
        _ = c.{|ECRM2001:Email|};
        """,
        check => check.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    private static Task VerifyAsync(string rule, string code, string assembly = "")
    {
        Assert.NotEmpty(rule);
        return Rules.VerifyWithContactAsync($$"""
            using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm; using static Ethics.Crm.PurposeScope; using PS = Ethics.Crm.PurposeScope;
            {{assembly}}
            namespace Microsoft.AspNetCore.Builder
            {
                public class App { public App MapGet<T>(string path, System.Func<T, string> handler) => this; public App Named(string name) => this; }
                public static class Conventions { public static App ForPurpose(this App app, params string[] purposes) => app; }
            }
            namespace Acme { using Microsoft.AspNetCore.Builder; {{code}} }
            """);
    }
}
