using System.Collections.Immutable;
using Ethics.Crm.Analyzers;
using Ethics.Crm.SourceGenerators.Constants;
using Ethics.Crm.SourceGenerators.Guards;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Floor.Tests;

/// <summary>Every rule works under Roslyn 4.8 and C# 12, of which the .NET 8 SDK is made.</summary>
public sealed class FloorRuleTests
{
    private const string Contact = """
        using System; using System.Linq; using System.Collections.Generic; using Ethics.Crm;
        class Contact { [DataCategory("contact.email")] public string Email = ""; public string Name = ""; }

        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
    [
        .. typeof(PurposeAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public void Compiler_IsTheFloor() => Assert.Equal(new Version(4, 8, 0, 0), typeof(Compilation).Assembly.GetName().Version);

    [Theory]
    [InlineData("ECRM1001", "class C { }", "[]")]
    [InlineData("ECRM1001", "class C { [Ethics.Crm.DataCategory(\"x\")] public string F = \"\"; }", "")]
    [InlineData("ECRM1002", "class C { }", """{ "version": 1, "categories": {}, "purposes": {}, "purpoes": {} }""")]
    [InlineData("ECRM1003", "class C { }", """{ "version": 1, "categories": {}, "purposes": { "a.b": { "basis": "contract" }, "a-b": { "basis": "contract" } } }""")]
    [InlineData("ECRM1003", "static class Purposes { }")]
    [InlineData("ECRM1101", "class C { [Ethics.Crm.ForPurpose(\"suport\")] void M() { } }")]
    [InlineData("ECRM1102", "class C { [Ethics.Crm.DataCategory(\"contact.phone\")] public string F = \"\"; }")]
    [InlineData("ECRM1106", "class C { [Ethics.Crm.DataCategory(\"contact.email\")] public string P { get; set; } = \"\"; }")]
    [InlineData("ECRM2001", Contact + "[ForPurpose(\"marketing\")] class Job { string M(Contact c) => c.Email; }")]
    [InlineData("ECRM2001", Contact + "[ForPurpose(Purposes.MarketingEmail)] class Job(Contact c) { string M() => c is { Email: \"x\" } ? \"\" : c.Name; }")]
    [InlineData("ECRM2001", Contact + "class Job { object M(List<Contact> l) { using var s = PurposeScope.Enter([Purposes.Marketing]); return from c in l select new { c.Email }; } }")]
    [InlineData("ECRM2001", Contact + "class Job { object M(List<Contact> l) => PurposeScope.Run(\"marketing\", () => l.Select(c => c.Email).ToList()); }")]
    [InlineData("ECRM2001", "using Ethics.Crm; record Card(int Id, [DataCategory(\"contact.email\")] string Mail) { public string Mail = Mail; } [ForPurpose(\"billing\")] class Job { void M(Card c) { var (i, m) = c; } }")]
    public async Task Rule_Reports(string id, string source, string policy = Policies.Fabrikam) => Assert.Equal([id], await RunAsync(source, policy));

    [Theory]
    [InlineData(Contact + "class Job { [ForPurpose(Purposes.Support)] string M(Contact c) => c.Email; }")]
    [InlineData(Contact + "[ForPurpose(\"marketing\")] class Job { string M(Contact c) { c.Email = nameof(c.Email); return c.Name; } }")]
    public async Task PermittedCode_IsSilent(string source) => Assert.Empty(await RunAsync(source, Policies.Fabrikam));

    [Fact]
    public async Task UndeclaredRead_IsReportedWhenStrict() => Assert.Equal(
        ["ECRM2005"],
        await RunAsync(Contact + "class Job { string M(Contact c) => c.Email; }", Policies.Fabrikam, new Dictionary<string, string> { ["EthicsCrmStrict"] = "true" }));

    private static async Task<string[]> RunAsync(string source, string policyText, Dictionary<string, string>? properties = null)
    {
        TestPolicy[] policies = policyText.Length == 0 ? [] : [TestPolicy.Of(policyText)];
        var options = new TestOptionsProvider(policies, properties ?? []);
        AdditionalText[] files = [.. policies.Select(policy => new TestAdditionalText(policy.Path, policy.Text))];
        var compilation = TestCompilation.Create(LanguageVersion.CSharp12, "Acme.Crm", [source]);
        CSharpGeneratorDriver.Create(
                [new GuardedPropertyGenerator().AsSourceGenerator(), new PolicyConstantsGenerator().AsSourceGenerator()],
                files,
                (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
                options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        Assert.Empty(generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var found = await generated.WithAnalyzers(Rules, new AnalyzerOptions([.. files], options)).GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(diagnostic => diagnostic.Id).Distinct()];
    }
}
