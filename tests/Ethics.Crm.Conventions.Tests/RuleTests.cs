using System.Text.RegularExpressions;
using Ethics.Crm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Conventions.Tests;

/// <summary>A rule is an id, descriptors, a page, a release row, rows in two tables, and tests; none without the others. (That the pages' blocks report what they say is tested beside the rules.)</summary>
public sealed partial class RuleTests
{
    private static readonly DiagnosticDescriptor[] s_descriptors =
    [
        .. typeof(PurposeAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Distinct(),
    ];

    public static TheoryData<string> Ids() => [.. s_descriptors.Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Ids_AreTheSameEverywhere()
    {
        var ids = s_descriptors.Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(ids, typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));
        Assert.Equal(ids, Repository.Files("docs/rules", "ECRM*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));
        Assert.Equal(ids, ReleaseRows().Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.Equal(ids, TableRow().Matches(Read("docs/rules/README.md")).Select(row => row.Groups["id"].Value).Order(StringComparer.Ordinal));
        Assert.Equal(ids, PageLink().Matches(Read("README.md")).Select(link => link.Groups["id"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ProjectWithViews_IsJudgedByEveryRule() => Assert.Equal(
        typeof(PurposeAnalyzer).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(PurposeAnalyzer))).Select(static type => type.Name).Order(StringComparer.Ordinal),
        ViewsAnalyzer.Rules.Select(static rule => rule.GetType().Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Ids))]
    public void ReleaseRow_SaysWhatTheDescriptorSays(string id)
    {
        var row = Assert.Single(ReleaseRows(), row => row.Id == id);

        Assert.All(Of(id), descriptor =>
        {
            Assert.Equal(row.Category, descriptor.Category);
            Assert.Equal(row.Severity, descriptor.DefaultSeverity.ToString());
            Assert.Equal(row.Notes, descriptor.Title.ToString());
        });
    }

    [Theory, MemberData(nameof(Ids))]
    public void Page_IsHeadedByTheTitleAndLinked(string id)
    {
        var title = Assert.Single(Of(id).Select(descriptor => descriptor.Title.ToString()).Distinct());

        Assert.StartsWith($"# {id}: {char.ToLowerInvariant(title[0])}{title[1..]}\n", Read($"docs/rules/{id}.md"), StringComparison.Ordinal);
        Assert.All(Of(id), descriptor => Assert.EndsWith($"/docs/rules/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Texts_ReadAsSentences(string id) => Assert.All(Of(id), descriptor =>
    {
        var message = descriptor.MessageFormat.ToString();
        Assert.DoesNotMatch(@"[.!]$", message);
        Assert.NotEqual(descriptor.Title.ToString(), message);
        Assert.DoesNotMatch(@"[.!]$", descriptor.Title.ToString());
        Assert.EndsWith(".", descriptor.Description.ToString(), StringComparison.Ordinal);
    });

    [Theory, MemberData(nameof(Ids))]
    public void DefaultInTheTable_IsTheDescriptors(string id)
    {
        var word = TableRow().Matches(Read("docs/rules/README.md")).Single(row => row.Groups["id"].Value == id).Groups["default"].Value;

        // "violation" and "off, violation when strict" are warnings that the build raises; "info, violation when strict" is raised from there.
        var expected = word.StartsWith("info", StringComparison.Ordinal) ? "info" : word.Contains("violation", StringComparison.Ordinal) ? "warning" : word;
        Assert.All(Of(id), descriptor => Assert.Equal(expected, descriptor.DefaultSeverity.ToString().ToLowerInvariant()));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rule_HasTestsThatExpectIt(string id) => Assert.Contains(
        Repository.Files("tests/Ethics.Crm.Analyzers.Tests", "*Tests.cs"),
        file => File.ReadAllText(file) is var text && (text.Contains("{|" + id + ":", StringComparison.Ordinal) || text.Contains($"\"{id}\"", StringComparison.Ordinal)));

    private static IEnumerable<DiagnosticDescriptor> Of(string id) => s_descriptors.Where(descriptor => descriptor.Id == id);

    private static string Read(string path) => File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n");

    private static List<(string Id, string Category, string Severity, string Notes)> ReleaseRows() =>
    [
        .. new[] { "Shipped", "Unshipped" }
            .SelectMany(kind => Read($"analyzers/Ethics.Crm.Analyzers/AnalyzerReleases.{kind}.md").Split('\n'))
            .Where(line => line.StartsWith("ECRM", StringComparison.Ordinal))
            .Select(line => line.Split(" | ", 4))
            .Select(cells => (cells[0], cells[1], cells[2], cells[3].Trim())),
    ];

    [GeneratedRegex(@"^\| \[(?<id>ECRM\d{4})\]\(\k<id>\.md\) \| (?<default>[^|]+?) \| ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"docs/rules/(?<id>ECRM\d{4})\.md", RegexOptions.CultureInvariant)]
    private static partial Regex PageLink();
}
