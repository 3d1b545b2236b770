using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests.Engine;

/// <summary>Real code in which every member is labelled and all code works for a purpose that none permits: whatever forms of C# it uses, no rule may fail on them.</summary>
public sealed class EverythingLabelledTests
{
    private static readonly TestPolicy Policy = TestPolicy.Of("""
        {
          "version": 1,
          "categories": { "any": { "collectedFor": ["support"] } },
          "purposes": { "support": { "basis": "contract" }, "marketing": { "basis": "consent" } },
          "fields": { "**": { "category": "any" }, "**()": { "category": "any" }, "**#value": { "category": "any" } },
          "attributes": { "System.ObsoleteAttribute": { "category": "any" } },
          "code": { "**": ["marketing"] }
        }
        """);

    [Theory]
    [InlineData("src/Ethics.Crm.Policy")]
    [InlineData("src/Ethics.Crm.Abstractions")]
    [InlineData("analyzers/Ethics.Crm.FlowAnalysis")]
    public async Task OwnSources_RaiseNoException(string folder)
    {
        var trees = OwnSources.Of(folder).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file)).ToArray();
        var compilation = CSharpCompilation.Create("Own", trees, ProductReferences.All, TestSettings.CompilationOptions);
        var options = new AnalyzerOptions([new TestAdditionalText(Policy.Path, Policy.Text)], new TestOptionsProvider([Policy], new Dictionary<string, string>()));

        var found = await compilation.WithAnalyzers(Rules.All, options).GetAnalyzerDiagnosticsAsync();

        Assert.NotEmpty(trees);
        Assert.Empty(found.Where(diagnostic => diagnostic.Id.StartsWith("ECRM10", StringComparison.Ordinal)).Select(diagnostic => diagnostic.ToString()));
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        Assert.True(found.Count(diagnostic => diagnostic.Id == RuleIds.MisusedRead) > 100);
    }
}
