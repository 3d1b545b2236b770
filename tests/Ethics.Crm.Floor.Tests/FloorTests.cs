using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Floor.Tests;

/// <summary>Every rule works in the oldest supported compiler; what cannot be guarded there is said.</summary>
public sealed class FloorTests
{
    private const string Model =
        """
        using Ethics.Crm;
        using Acme;
        public class Contact
        {
            [DataSubjectId] public int Id { get; set; }
            [DataCategory(Categories.ContactEmail)] public string Email { get; set; } = "";
        }

        """;

    [Fact]
    public void Compiler_IsTheFloor() => Assert.Equal("4.8.0.0", typeof(CSharpCompilation).Assembly.GetName().Version!.ToString());

    [Fact]
    public async Task Misuse_IsReported_AndWhatIsNotIntercepted() =>
        Assert.Equal(["ECRM1106", "ECRM2001"], await ReportedAsync(Model + "[ForPurpose(Purposes.Marketing)] class Job { string Send(Contact c) => c.Email; }"));

    [Fact]
    public async Task PermittedUse_IsNotReported() =>
        Assert.Equal(["ECRM1106"], await ReportedAsync(Model + "[ForPurpose(Purposes.Support)] class Desk { string Answer(Contact c) => c.Email; }"));

    [Fact]
    public async Task MisuseInAConstantScope_IsReported() =>
        Assert.Equal(["ECRM1106", "ECRM2001"], await ReportedAsync(Model + "class Job { string Send(Contact c) { using var scope = PurposeScope.Enter(Purposes.Marketing); return c.Email; } }"));

    [Fact]
    public async Task UndeclaredUse_IsReportedOnlyInAStrictProject()
    {
        const string Use = Model + "class Job { string Send(Contact c) => c.Email; }";

        Assert.Equal(["ECRM1106"], await ReportedAsync(Use));
        Assert.Equal(["ECRM1106", "ECRM2005"], (await FloorCompiler.CompileAsync(Use, strict: true)).Reported);
    }

    [Fact]
    public async Task UnknownNames_AreReported() =>
        Assert.Equal(["ECRM1101"], await ReportedAsync("using Ethics.Crm; [ForPurpose(\"suport\")] class Desk { }"));

    [Fact]
    public async Task LabelThatNothingPermits_IsReported() =>
        Assert.Equal(["ECRM1102", "ECRM1104"], await ReportedAsync("using Ethics.Crm; public class Lead { [DataCategory(\"health\")] public string? Condition; }"));

    [Fact]
    public async Task LabelledDataWithoutKey_OrWithOneThatNamesNobody_IsReported()
    {
        const string Known = "using Ethics.Crm; class Known { [DataSubjectId] public int Id = 1; }";

        Assert.Equal(["ECRM1104"], await ReportedAsync(Known + "class Lead { [DataCategory(\"contact.email\")] public string? Mail = \"\"; }"));
        Assert.Equal(["ECRM1104"], await ReportedAsync(Known + "class Lead { [DataSubjectId] public byte[]? Id = []; [DataCategory(\"contact.email\")] public string? Mail = \"\"; }"));
        Assert.Empty(await ReportedAsync(Known + "class Lead { [DataSubjectId] public string? Id = \"\"; [DataCategory(\"contact.email\")] public string? Mail = \"\"; }"));
    }

    [Theory]
    [InlineData("void M() { PurposeScope.Enter(\"support\"); }", "ECRM1109")]
    [InlineData("System.Collections.Generic.IEnumerable<int> M() { using (PurposeScope.Enter(\"support\")) { yield return 1; } }", "ECRM1109")]
    [InlineData("void M() { using (PurposeScope.Enter(\"support\")) { } }", null)]
    [InlineData("void M() { using (PurposeScope.Enter(\"suport\")) { } }", "ECRM1101")]
    [InlineData("void M() { using (PurposeScope.Enter([\"support\", \"suport\"])) { } }", "ECRM1101")]
    [InlineData("void M() { using (PurposeScope.Enter([])) { } }", "ECRM1101")]
    [InlineData("void M() { using (PurposeScope.Enter()) { } }", "ECRM1101")]
    [InlineData("void M() => PurposeScope.Run(new[] { \"\" }, () => { });", "ECRM1101")]
    [InlineData("void M() => PurposeScope.Run([\"support\"], () => { });", null)]
    [InlineData("[ForPurpose(\"support\")] void M() { using (PurposeScope.Enter(\"marketing\")) { } }", "ECRM1111")]
    [InlineData("[ForPurpose(\"support\")] System.Action M() => [ForPurpose(\"marketing\")] () => { };", "ECRM1111")]
    [InlineData("[ForPurpose(\"support\")] void M() { using (PurposeScope.Enter(\"support\")) { } }", null)]
    public async Task ScopeThatIsLeftOpenOrBeyondItsDeclaration_IsReported(string member, string? id) =>
        Assert.Equal(id is null ? [] : [id], await ReportedAsync("using Ethics.Crm; class Job { " + member + " }"));

    [Theory]
    [InlineData("\"Acme.Job\": { \"purposes\": [\"support\"], \"only\": true }", "ECRM1111")]
    [InlineData("\"Acme.Job\": { \"purposes\": [\"marketing\"], \"only\": true }", null)]
    public async Task DeclarationBeyondItsCeiling_IsReported(string entry, string? id) =>
        Assert.Equal(id is null ? [] : [id], (await FloorCompiler.CompileAsync(
            "using Ethics.Crm; namespace Acme { [ForPurpose(\"marketing\")] class Job { } }", FloorCompiler.Policy.Replace("\"version\": 1,", "\"version\": 1, \"code\": { " + entry + " },"))).Reported);

    [Fact]
    public async Task PurposeThatIsNoConstant_IsNotedAndCounted() =>
        Assert.Equal(["ECRM1106", "ECRM9000", "ECRM9001"], await ReportedAsync(Model + "class Job { string Send(Contact c, string p) { using var scope = PurposeScope.Enter(p); return c.Email; } }"));

    [Theory]
    [InlineData("b.Get(\"BirthDate\")", "ECRM2001")]
    [InlineData("b[\"BirthDate\"]", "ECRM2001")]
    [InlineData("b.Get(\"Colour\") + b[\"Colour\"]", null)]
    [InlineData("b.Get(k)", "ECRM9000 ECRM9001")]
    public async Task ValueUnderAKey_IsReadUnderThatKey(string read, string? ids) =>
        Assert.Equal(ids?.Split(' ') ?? [], (await FloorCompiler.CompileAsync(
            "using Ethics.Crm; namespace Acme { class Bags { public string Get(string key) => key; public string this[string key] => key; } [ForPurpose(\"marketing\")] class Job { string M(Bags b, string k) => " + read + "; } }",
            FloorCompiler.Policy.Replace("\"version\": 1,", """
                "version": 1, "fields": { "Acme.Bags.Get(key: \"BirthDate\")": { "category": "contact.email" }, "Acme.Bags.this[key: \"BirthDate\"]": { "category": "contact.email" } },
                """))).Reported);

    [Theory]
    [InlineData("{ \"version\": 1 ", "ECRM1001")]
    [InlineData("""{ "version": 1, "categories": {}, "purposes": {}, "purpose": {} }""", "ECRM1002")]
    [InlineData("""{ "version": 1, "categories": { "a": { "special": true }, "a.b": { "special": false } }, "purposes": {} }""", "ECRM1003")]
    public async Task FaultyPolicy_IsReported(string policy, string id)
    {
        var reported = (await FloorCompiler.CompileAsync("class Nothing { }", policy)).Reported;

        Assert.NotEmpty(reported);
        Assert.All(reported, r => Assert.Equal(id, r));
    }

    [Fact]
    public async Task NoPolicy_IsOneFinding() =>
        Assert.Equal(["ECRM1001"], (await FloorCompiler.CompileAsync("using Ethics.Crm; public class Lead { [DataCategory(\"a\")] public string? A; [DataCategory(\"b\")] public string? B; }", policy: null)).Reported);

    /// <summary>What the price of following values rests on.</summary>
    [Fact]
    public async Task KeptModel_HasTheOperationsThatTheCompilerBound_AndANewOneHasNot()
    {
        var (compilation, _) = await FloorCompiler.CompileAsync("class A { int x; int M(int y) => y + x; int N() { return M(1); } int P => M(2); }", policy: null);

        var bodies = await KeptModel.OfAsync(compilation);

        Assert.Equal(3, bodies.Bodies);
        Assert.Equal(3, bodies.FromKept);
        Assert.Equal(0, bodies.FromNew);
    }

    [Fact]
    public async Task NoPurposeData_IsSilent() => Assert.Empty(await ReportedAsync("class Thing { public int Size { get; set; } int Twice() => Size * 2; }"));

    [Fact]
    public async Task WhatIsGenerated_Compiles()
    {
        var (compilation, _) = await FloorCompiler.CompileAsync(Model);

        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity >= DiagnosticSeverity.Warning);
        Assert.NotNull(compilation.GetTypeByMetadataName("Acme.Purposes"));
    }

    private static async Task<string[]> ReportedAsync(string source) => (await FloorCompiler.CompileAsync(source)).Reported;
}
