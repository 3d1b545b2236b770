using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Labels;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.CodeFixes.Tests;

/// <summary>A solution as an editor holds it: our generators run in it, and a fix is applied to one finding, a file, a project or all.</summary>
internal sealed record Editor
{
    private const string ConfigPath = "/.globalconfig";

    public ImmutableArray<EditorFile> Files { get; init; } = [];

    public ImmutableDictionary<string, LanguageVersion> Languages { get; init; } = ImmutableDictionary<string, LanguageVersion>.Empty;

    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty.Add("RootNamespace", "Acme");

    public static Editor Of(params string[] sources) => new() { Files = [.. sources.Select((source, index) => new EditorFile("App", $"/App/File{index}.cs", source))] };

    public Editor In(LanguageVersion language) => this with { Languages = Languages.Add("App", language) };

    public Solution Open()
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var project in Files.GroupBy(file => file.Project))
        {
            var id = ProjectId.CreateNewId(project.Key);
            var language = Languages.GetValueOrDefault(project.Key, LanguageVersion.CSharp14);
            solution = solution.AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, project.Key, project.Key, LanguageNames.CSharp,
                compilationOptions: TestSettings.CompilationOptions
                    .WithNullableContextOptions(language >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable)
                    .WithSpecificDiagnosticOptions([new("CS1591", ReportDiagnostic.Suppress)]),
                parseOptions: TestSettings.ParseOptions(language),
                metadataReferences: ProductReferences.All,
                analyzerReferences: [GeneratorReference.Instance]));
            foreach (var file in project)
                solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(file.Path), SourceText.From(file.Text), filePath: file.Path);

            var policy = TestPolicy.Of(Policies.Fabrikam);
            solution = solution
                .AddAdditionalDocument(DocumentId.CreateNewId(id), "ethics.policy.json", SourceText.From(policy.Text, System.Text.Encoding.UTF8), filePath: policy.Path)
                .AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ConfigPath, SourceText.From(BuildSettings.GlobalConfig([policy], Properties)), filePath: ConfigPath);
        }

        return solution;
    }

    /// <summary>The same solution with a build property changed.</summary>
    public Solution With(Solution solution, string property, string value)
    {
        var text = SourceText.From(BuildSettings.GlobalConfig([TestPolicy.Of(Policies.Fabrikam)], Properties.SetItem(property, value)));
        return solution.Projects.Aggregate(solution, (current, project) => current.WithAnalyzerConfigDocumentText(project.AnalyzerConfigDocuments.Single().Id, text));
    }

    /// <summary>Null when no finding of the file offers the fix.</summary>
    /// <param name="scope">Null for the first finding alone.</param>
    /// <param name="path">The file of the finding; null for the first in which there is one.</param>
    /// <param name="rule">What finds it; null for ECRM1106.</param>
    public static async Task<Solution?> FixAsync(Solution solution, CodeFixProvider fix, FixAllScope? scope = null, string? path = null, DiagnosticAnalyzer? rule = null)
    {
        var findings = rule is null ? Findings.Instance : new Findings(rule);
        foreach (var document in solution.Projects.SelectMany(project => project.Documents).Where(document => path is null || document.FilePath == path))
        {
            foreach (var finding in await findings.GetDocumentDiagnosticsAsync(document, default))
            {
                var offered = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => offered.Add(action), default));
                if (offered.Count == 0)
                    continue;

                var action = Assert.Single(offered);
                if (scope is { } all)
                {
                    var context = new FixAllContext(document, fix, all, action.EquivalenceKey!, fix.FixableDiagnosticIds, findings, default);
                    action = await fix.GetFixAllProvider()!.GetFixAsync(context) ?? throw new InvalidOperationException("FixAll gives nothing.");
                }

                return Assert.Single((await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>()).ChangedSolution;
            }
        }

        return null;
    }

    public static async Task<string[]> TextsAsync(Solution solution)
    {
        var texts = await Task.WhenAll(solution.Projects.SelectMany(project => project.Documents).Select(document => document.GetTextAsync()));
        return [.. texts.Select(text => text.ToString())];
    }

    /// <summary>Warnings are errors: a fix that makes somebody's build warn breaks it.</summary>
    public static async Task CompileAsync(Solution solution)
    {
        foreach (var project in solution.Projects)
        {
            var compilation = (await project.GetCompilationAsync())!;
            var found = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString());
            Assert.True(!found.Any(), string.Join("\n", found) + "\n" + string.Join("\n", compilation.SyntaxTrees));
        }
    }

    public static async Task<int> CountAsync(Solution solution)
    {
        var found = await Task.WhenAll(solution.Projects.Select(project => Findings.Instance.GetAllDiagnosticsAsync(project, default)));
        return found.Sum(all => all.Count());
    }

    private sealed class Findings(DiagnosticAnalyzer rule) : FixAllContext.DiagnosticProvider
    {
        public static readonly Findings Instance = new(new NotInterceptedAnalyzer());

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var compilation = (await project.GetCompilationAsync(cancellationToken))!;
            var found = await compilation.WithAnalyzers([rule], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellationToken);
            return found.Where(diagnostic => diagnostic.Location.IsInSource).OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);
        }

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}

/// <param name="Path">Two projects that name one path share the file.</param>
internal sealed record EditorFile(string Project, string Path, string Text);
