using System.Text.RegularExpressions;
using Ethics.Crm.SourceGenerators.Guards;
using Ethics.Crm.SourceGenerators.Constants;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests.Engine;

/// <summary>What the pages of the rules show is what the rules do: every block is compiled, with the generators.</summary>
public sealed partial class PageTests
{
    public static TheoryData<string, int> Blocks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var page in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pages"), "ECRM*.md").Order(StringComparer.Ordinal))
            {
                for (var index = 0; index < Block().Count(File.ReadAllText(page)); index++)
                {
                    data.Add(Path.GetFileNameWithoutExtension(page), index);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Block_ReportsItsPageOrNothing(string id, int index)
    {
        var block = Block().Matches(Page(id))[index];
        var isPolicy = block.Groups["language"].Value == "json";
        var policy = TestPolicy.Of(isPolicy ? block.Groups["text"].Value : Policies.Fabrikam);
        var found = await RunAsync(isPolicy ? "" : block.Groups["text"].Value, policy, block.Groups["mode"].Value);

        Assert.Equal(block.Groups["kind"].Value == "bad" ? [id] : [], found.Where(one => !(IsOfThePair(one) && IsOfThePair(id) && one != id)));

        // Whatever is not concluded is counted: neither of them comes alone.
        static bool IsOfThePair(string one) => one is RuleIds.NotConcluded or RuleIds.NotConstant or RuleIds.NotFollowed;
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_HasEverySectionAndBothKindsOfBlocks(string id)
    {
        var page = Page(id);

        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        foreach (var section in (string[])["**Cause.**", "**Why.**", "## Reported", "## Not reported", "## Repair", "## When to suppress", "## Options", "## Known limits"])
        {
            Assert.Contains(section, page, StringComparison.Ordinal);
        }

        Assert.Contains(Block().Matches(page), block => block.Groups["kind"].Value == "bad");
        Assert.Contains(Block().Matches(page), block => block.Groups["kind"].Value == "good");
    }

    public static TheoryData<string> Ids => [.. Rules.All.SelectMany(rule => rule.SupportedDiagnostics).Select(descriptor => descriptor.Id).Distinct()];

    private static async Task<string[]> RunAsync(string source, TestPolicy policy, string mode)
    {
        var options = new TestOptionsProvider([policy], mode.Contains("strict", StringComparison.Ordinal) ? new Dictionary<string, string> { ["EthicsCrmStrict"] = "true" } : new Dictionary<string, string>());
        var file = new TestAdditionalText(policy.Path, policy.Text);
        var compilation = TestCompilation.Create(source);
        CSharpGeneratorDriver.Create(
                [new GuardedPropertyGenerator().AsSourceGenerator(), new PolicyConstantsGenerator().AsSourceGenerator()],
                [file],
                (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
                options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        Assert.Empty(generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var found = await generated.WithAnalyzers(Rules.All, new AnalyzerOptions([file], options)).GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(diagnostic => diagnostic.Id).Distinct()];
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", id + ".md"));

    [GeneratedRegex(@"^```(?<language>csharp|json) (?<kind>bad|good) ?(?<mode>[a-z]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
