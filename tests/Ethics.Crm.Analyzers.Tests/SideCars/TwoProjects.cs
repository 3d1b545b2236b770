using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Flows;
using Ethics.Crm.Analyzers.Tests.Flows;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests.SideCars;

/// <summary>A library with the contact, and a program that references it: compiled, with what the library's build wrote beside it.</summary>
internal static class TwoProjects
{
    public const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm;\n#nullable enable\n";

    public const string MailerSource = """public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } [ForPurpose("support")] public static string Read(Contact c) => c.Email; }""";

    private static readonly TestPolicy Policy = TestPolicy.Of(Policies.Fabrikam);

    /// <param name="library">Types of the library.</param>
    /// <param name="program">Types of the program. A line ends with <c>//!</c> and an id where that is reported; nothing else may be.</param>
    public static async Task VerifyAsync(string library, string program)
    {
        var compiled = Library(library);
        var beside = await SideCarOfAsync(compiled);
        Assert.Equal(Marked(program), Lines(await FindingsAsync(program, TestCompilation.ToReference(compiled), (SideCarPath, beside))));

        // As an editor has it: the library's source, and no file.
        Assert.Equal(Marked(program), Lines(await FindingsAsync(program, compiled.ToMetadataReference())));
    }

    public const string SideCarPath = "/0/bin/Library.ethics.json";

    public static CSharpCompilation Library(params string[] sources) => Compile("Library", [Models.Contact, .. sources.Select(static source => Usings + source)], []);

    public static CSharpCompilation Compile(string name, IEnumerable<string> sources, IEnumerable<MetadataReference> references, bool concurrent = true)
    {
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select((source, number) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14), $"/0/{name}/File{number}.cs")),
            [.. ProductReferences.All, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: concurrent));
        Assert.Empty(compilation.GetDiagnostics().Where(static one => one.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    /// <summary>What a build of the library writes.</summary>
    public static async Task<string> SideCarOfAsync(Compilation library, params (string Path, string Text)[] beside)
    {
        var folder = Directory.CreateTempSubdirectory("ethics-crm-side-car-");
        try
        {
            var path = Path.Combine(folder.FullName, "Library.ethics.json");
            await RunAsync(library, new Dictionary<string, string> { ["EthicsCrmSideCarFile"] = path }, beside);
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
            return await File.ReadAllTextAsync(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static Task<ImmutableArray<ToldFinding>> FindingsAsync(string program, MetadataReference library, params (string Path, string Text)[] beside)
        => RunAsync(Compile("Program", [Usings + program, Usings + MailerSource], [library]), new Dictionary<string, string> { ["EthicsCrmSideCar"] = "true" }, beside);

    public static async Task<ImmutableArray<ToldFinding>> RunAsync(Compilation compilation, Dictionary<string, string> properties, params (string Path, string Text)[] beside)
    {
        var options = new AnalyzerOptions(
            [new TestAdditionalText(Policy.Path, Policy.Text), .. beside.Select(static file => new TestAdditionalText(file.Path, file.Text))],
            new TestOptionsProvider([Policy], properties, [.. beside.Select(static file => file.Path)]));
        var run = compilation.WithAnalyzers([new FlowAnalyzer()], new CompilationWithAnalyzersOptions(options, static (thrown, _, _) => Assert.Fail(thrown.ToString()), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var found = await run.GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(ToldFinding.Of).OrderBy(static one => one.ToString(), StringComparer.Ordinal)];
    }

    public static string[] Marked(string program)
        => [.. program.Split('\n').Select(static line => line.Trim().Split("//! ")).Where(static parts => parts.Length == 2).Select(static parts => $"{parts[1]}: {parts[0].Trim()}").OrderBy(static one => one, StringComparer.Ordinal)];

    /// <summary>What was not concluded is counted by one more, of which no line tells.</summary>
    public static string[] Lines(IEnumerable<ToldFinding> found)
        => [.. found.Where(static one => one.Id != "ECRM9000").Select(static one => $"{one.Id}: {one.Place[(one.Place.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split("//!")[0].Split(" [")[0].Trim()}").OrderBy(static one => one, StringComparer.Ordinal)];
}
