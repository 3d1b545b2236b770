using System.Collections.Immutable;
using System.Text;
using Ethics.Crm;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PurposeBench.Index;

namespace PurposeBench.Peers;

/// <summary>A case as a compilation of its own; the prelude is a reference, as it is in the build of all cases.</summary>
internal static class CaseProgram
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14);

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(static () =>
    [
        // What lies beside this program is the program's; the rest is the framework.
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static file => !file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Append(typeof(DataCategoryAttribute).Assembly.Location).Append(typeof(Use).Assembly.Location)
            .Select(static file => MetadataReference.CreateFromFile(file)),
    ]);

    private static readonly Lazy<ImmutableArray<ISourceGenerator>> Generators = new(PeerLoader.FrameworkGenerators);

    /// <summary>The half of the case that lies in the cases' project; the library half is in a reference.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static CSharpCompilation Compile(string folder, BenchCase one)
    {
        var compilation = CSharpCompilation.Create(
            "PurposeBench.Cases",
            [Parse(File.ReadAllText(Path.Combine(folder, one.Files[0])), one.Files[0]), Parse(ImplicitUsings, "usings.cs")],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        return Generated(compilation) is var complete && Errors(complete) is { Count: > 0 } errors ? throw new InvalidOperationException($"{one.Id} does not compile alone: {errors[0]}") : complete;
    }

    /// <summary>All cases with their library halves, to ask what their declarations say; without what a build would generate.</summary>
    /// <param name="folder">Where <c>Cases</c> and <c>Library</c> lie; the prelude is a reference.</param>
    public static CSharpCompilation Together(string folder) => CSharpCompilation.Create(
        "PurposeBench.Cases",
        SourceFiles(folder).AsParallel().AsOrdered().Select(file => Parse(File.ReadAllText(Path.Combine(folder, file)), file)).Append(Parse(ImplicitUsings, "usings.cs")),
        References.Value,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    private static IEnumerable<string> SourceFiles(string folder) => new[] { "Cases", "Library" }.Select(part => Path.Combine(folder, part)).Where(Directory.Exists)
        .SelectMany(static part => Directory.EnumerateFiles(part, "*.cs", SearchOption.AllDirectories)).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Where(static file => file.Split('/')[1] is not ("bin" or "obj" or "Prelude"));

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing, path);

    public static IReadOnlyList<Diagnostic> Errors(Compilation compilation) => [.. compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)];

    private static CSharpCompilation Generated(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver.Create(Generators.Value, parseOptions: Parsing).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        return (CSharpCompilation)updated;
    }
}
