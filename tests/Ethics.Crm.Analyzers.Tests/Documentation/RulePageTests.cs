using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests.Documentation;

/// <summary>Every rule has a page, and what its page shows is what the rule does.</summary>
public sealed partial class RulePageTests
{
    private static readonly string[] Headings = ["Cause", "Why", "Reported", "Not reported", "Repair", "When to suppress", "Options", "Known limits"];

    private static readonly string[] Ids = [.. typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    public static TheoryData<string> RuleIdData => new(Ids);

    public static TheoryData<string, int, string> Blocks()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var id in Ids)
        {
            var kinds = Block().Matches(Page(id)).Select(match => match.Groups["kind"].Value).ToList();
            for (var i = 0; i < kinds.Count; i++)
            {
                data.Add(id, i, kinds[i]);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(RuleIdData))]
    public void Page_HasEverySection_AndBothExamples(string id)
    {
        var page = Page(id);

        Assert.StartsWith($"# {id}: ", page);
        Assert.Equal(Headings, Regex.Matches(page, "^## (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value.TrimEnd('\r')));
        var kinds = Block().Matches(page).Select(match => match.Groups["kind"].Value).ToList();
        Assert.Contains("reported", kinds);
        Assert.Contains("clean", kinds);
    }

    [Fact]
    public void EveryPage_IsOfARule() =>
        Assert.Equal(Ids.Order(), Directory.GetFiles(Folder, "ECRM*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order());

    [Theory, MemberData(nameof(Blocks))]
    public async Task Block_ReportsExactlyItsRule_OrNothing(string id, int index, string kind)
    {
        var match = Block().Matches(Page(id))[index];
        var text = match.Groups["text"].Value;

        var reported = match.Groups["language"].Value == "json" ? await OfPolicy(text) : await OfCode(id, text);

        Assert.Equal(kind == "reported" ? [id] : [], reported);
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Pages");

    private static string Page(string id) => File.ReadAllText(Path.Combine(Folder, id + ".md"));

    private static Task<string[]> OfPolicy(string policy) => Run(policy, [], []);

    private static Task<string[]> OfCode(string id, string source)
    {
        var properties = new Dictionary<string, string>();
        if (id == RuleIds.UndeclaredRead)
        {
            properties["EthicsCrmStrict"] = "true";
        }

        // The scenery lies in its own tree: what it reports is not the block's.
        return Run(Policies.Fabrikam, source.Contains("Acme.Crm") ? [source, Models.Contact] : [source], properties);
    }

    private static async Task<string[]> Run(string policy, string[] sources, Dictionary<string, string> properties)
    {
        var policies = new[] { TestPolicy.Of(policy) };
        var compilation = TestCompilation.Create(sources.Length == 0 ? ["class Nothing { }"] : sources);
        // A partial property waits for the generator, which does not run here.
        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error && d.Id is not "CS9248");
        var options = new AnalyzerOptions(
            [.. policies.Select(p => new TestAdditionalText(p.Path, p.Text))],
            new TestOptionsProvider(policies, properties));
        var diagnostics = await compilation.WithAnalyzers(Rules.All, options).GetAnalyzerDiagnosticsAsync();
        return diagnostics.Select(d => d.Id).Distinct().ToArray();
    }

    [GeneratedRegex("^```(?<language>csharp|json) (?<kind>reported|clean)\r?\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
