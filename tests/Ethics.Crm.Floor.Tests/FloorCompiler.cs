using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.SourceGenerators.Constants;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Floor.Tests;

/// <summary>Compiles as the oldest supported compiler does: C# 12, our generators, then all rules.</summary>
internal static class FloorCompiler
{
    public const string Policy =
        """
        {
          "version": 1,
          "categories": { "contact.email": { "collectedFor": ["support"] }, "health": {} },
          "purposes": { "support": { "basis": "contract" }, "marketing": { "basis": "consent" } }
        }
        """;

    // The reference packages ask for a newer compiler than the floor: the running framework's own assemblies serve.
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(PurposeScope).Assembly.Location),
    ];

    public static async Task<(Compilation Compilation, string[] Reported)> CompileAsync(string source, string? policy = Policy, bool strict = false)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12);
        var compilation = CSharpCompilation.Create(
            "Acme",
            [CSharpSyntaxTree.ParseText(source, parse, "/0/Test0.cs")],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        TestPolicy[] policies = policy is null ? [] : [TestPolicy.Of(policy)];
        ImmutableArray<AdditionalText> files = [.. policies.Select(p => new TestAdditionalText(p.Path, p.Text))];
        var provider = new TestOptionsProvider(policies, new Dictionary<string, string> { ["RootNamespace"] = "Acme", ["EthicsCrmStrict"] = strict ? "true" : "" });
        var generators = InstancesOf<IIncrementalGenerator>(typeof(PolicyConstantsGenerator)).Select(g => g.AsSourceGenerator());
        CSharpGeneratorDriver.Create(generators, files, parse, provider).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var problems);
        Assert.Empty(problems);

        var analyzers = InstancesOf<DiagnosticAnalyzer>(typeof(MisusedReadAnalyzer)).ToImmutableArray();
        var diagnostics = await generated.WithAnalyzers(analyzers, new AnalyzerOptions(files, provider)).GetAllDiagnosticsAsync();
        return (generated, diagnostics.Where(d => d.Severity > DiagnosticSeverity.Hidden).Select(d => d.Id).Order(StringComparer.Ordinal).ToArray());
    }

    private static IEnumerable<T> InstancesOf<T>(Type inAssemblyOf) =>
        inAssemblyOf.Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(T).IsAssignableFrom(t)).Select(t => (T)Activator.CreateInstance(t)!);
}
