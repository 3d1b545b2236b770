using Ethics.Crm.Analyzers;
using Ethics.Crm.CodeFixes.Labels;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.Conventions.Tests;

/// <summary>A fix is for known rules, works for a file, a project and a solution, is told on the rule's page, and has tests of its name.</summary>
public sealed class FixTests
{
    private static readonly Type[] s_fixes =
        [.. typeof(MakePropertyPartialCodeFix).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))];

    public static TheoryData<string> Fixes() => [.. s_fixes.Select(type => type.Name)];

    [Theory, MemberData(nameof(Fixes))]
    public void Fix_IsForRulesWhosePagesTellIt(string name)
    {
        var known = typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet();

        Assert.All(Create(name).FixableDiagnosticIds, id =>
        {
            Assert.Contains(id, known);
            var page = File.ReadAllText(Repository.PathOf($"docs/rules/{id}.md"));
            var repair = page[page.IndexOf("## Repair", StringComparison.Ordinal)..page.IndexOf("## When to suppress", StringComparison.Ordinal)];
            Assert.Contains("fix ", repair, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(Fixes))]
    public void Fix_WorksForAFileAProjectAndASolution(string name)
        => Assert.Superset(
            new HashSet<FixAllScope> { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution },
            Create(name).GetFixAllProvider()!.GetSupportedFixAllScopes().ToHashSet());

    [Theory, MemberData(nameof(Fixes))]
    public void Fix_IsExportedAndTested(string name)
    {
        var type = s_fixes.Single(fix => fix.Name == name);

        Assert.NotEmpty(type.GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), false));
        Assert.EndsWith("CodeFix", name, StringComparison.Ordinal);
        Assert.True(File.Exists(Repository.PathOf($"tests/Ethics.Crm.CodeFixes.Tests/{name[..^"CodeFix".Length]}Tests.cs")), $"{name} has no tests of its name.");
    }

    private static CodeFixProvider Create(string name) => (CodeFixProvider)Activator.CreateInstance(s_fixes.Single(fix => fix.Name == name))!;
}
