using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Ethics.Crm.Analyzers.Benchmarks.FlowCost;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.Analyzers.Benchmarks.EditLatency;

/// <summary>The program as an editor holds it: a compilation, in which one file is replaced at each edit.</summary>
internal sealed class Editor
{
    private const string Typed = "        System.GC.KeepAlive(null);\n";

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    private readonly ImmutableArray<DiagnosticAnalyzer> rules = Rules();
    private readonly CompilationWithAnalyzersOptions settings = new(
        new AnalyzerOptions([new PolicyText()], new PolicyOptions()), onAnalyzerException: static (e, _, _) => throw new InvalidOperationException("A rule failed.", e), concurrentAnalysis: true, logAnalyzerExecutionTime: false);

    // Those into which a statement can be typed.
    private readonly List<int> typable;

    private CSharpCompilation compilation;

    public Editor(int lines)
    {
        var sources = CrmProgram.Files(lines, isLabelled: true, Mix.Matched).ToArray();
        Lines = sources.Sum(static file => CrmProgram.Lines(file.Text));
        Files = sources.Length;
        typable = [.. Enumerable.Range(0, sources.Length).Where(i => PlaceIn(sources[i].Text) >= 0)];
        compilation = CSharpCompilation.Create(
            "Crm", sources.Select(static file => CSharpSyntaxTree.ParseText(file.Text, Language, file.Name)),
            Places.Framework.Append(Places.Attributes).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        if (compilation.GetDiagnostics().FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException(error.ToString());
    }

    public int Lines { get; }

    public int Files { get; }

    /// <summary>Types a statement into a file and asks for its diagnostics.</summary>
    /// <returns>What the compiler took, and what our rules took after it.</returns>
    public (TimeSpan Compiler, TimeSpan Rules) Edit(int number)
    {
        // Files of every kind in turn, far apart.
        var old = compilation.SyntaxTrees[typable[number * 37 % typable.Count]];
        var text = old.GetText();
        return Replace(old, text.Replace(new TextSpan(PlaceIn(text.ToString()), 0), Typed)) is var (compiler, told, _) ? (compiler, told) : default;
    }

    /// <summary>How many reads our rules tell where one is typed that must not be.</summary>
    public int FindMisuse()
    {
        var old = compilation.SyntaxTrees.First(static tree => tree.FilePath.EndsWith(".Campaign.cs", StringComparison.Ordinal));
        var kind = old.FilePath.Split('.')[1];
        var text = old.GetText() + $"\n[ForPurpose(\"marketing\")] public static class Typed {{ public static string Of({kind} one) => one.Email; }}\n";
        return Replace(old, SourceText.From(text)).Told.Count(static d => d.Id == "ECRM2001");
    }

    private (TimeSpan Compiler, TimeSpan Rules, ImmutableArray<Diagnostic> Told) Replace(SyntaxTree old, SourceText text)
    {
        var tree = old.WithChangedText(text);
        compilation = compilation.ReplaceSyntaxTree(old, tree);
        var asked = new CompilationWithAnalyzers(compilation, rules, settings);
        var model = asked.Compilation.GetSemanticModel(tree);
        var watch = Stopwatch.StartNew();
        model.GetDiagnostics();
        var ofCompiler = watch.Elapsed;
        watch.Restart();
        var told = Ask(asked, tree, model);
        return (ofCompiler, watch.Elapsed, told);
    }

    private static ImmutableArray<Diagnostic> Ask(CompilationWithAnalyzers asked, SyntaxTree tree, SemanticModel model) =>
        [.. asked.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None).GetAwaiter().GetResult(), .. asked.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None).GetAwaiter().GetResult()];

    // Before the first statement that gives something back and stands on a line of its own.
    private static int PlaceIn(string text) => text.IndexOf("\n        return ", StringComparison.Ordinal) is >= 0 and var place ? place + 1 : -1;

    private static ImmutableArray<DiagnosticAnalyzer> Rules()
    {
        var context = new AssemblyLoadContext("rules");
        context.Resolving += static (self, name) => Places.CompilerSide.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name.Name) is { } path ? self.LoadFromAssemblyPath(path) : null;
        var assembly = context.LoadFromAssemblyPath(Places.CompilerSide.Single(static path => Path.GetFileName(path) == Places.Analyzers));
        return [.. assembly.GetTypes().Where(static type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null).Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
    }

    private sealed class PolicyText : AdditionalText
    {
        public override string Path => "ethics.policy.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(CrmProgram.Policy);
    }

    private sealed class PolicyOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(("build_property.RootNamespace", "Crm"));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values();

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(("build_metadata.AdditionalFiles.EthicsPolicy", "true"));
    }

    private sealed class Values(params (string Key, string Value)[] values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = values.FirstOrDefault(one => one.Key == key).Value;
            return value is not null;
        }
    }
}
