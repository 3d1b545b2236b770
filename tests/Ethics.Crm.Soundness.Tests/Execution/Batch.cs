using System.Runtime.Loader;
using Ethics.Crm.Soundness.Tests.Printing;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Soundness.Tests.Execution;

/// <summary>Compiles many programs into one assembly: a compilation for each would take longer than everything else.</summary>
internal static class Batch
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(Printer.Usings, Options, "Usings.cs");

    private static readonly MetadataReference[] References = [.. ProductReferences.All, MetadataReference.CreateFromFile(typeof(global::Soundness.Seen).Assembly.Location)];

    /// <summary>The programs as they are printed, each in a file of its own that is named as its namespace.</summary>
    public static CSharpCompilation Compile(IEnumerable<PrintedProgram> programs) =>
        Compile(programs.Select(static program => CSharpSyntaxTree.ParseText(program.Text, Options, program.Namespace + ".cs")));

    /// <summary>The programs, instrumented.</summary>
    public static CSharpCompilation CompileInstrumented(CSharpCompilation printed) => Compile(printed.SyntaxTrees.Where(static tree => tree != Usings)
        .Select(static tree => CSharpSyntaxTree.Create((CSharpSyntaxNode)Instrumentation.Of(tree.GetRoot()), Options, tree.FilePath)));

    /// <summary>The text of each program that does not compile, by its namespace, with the first error in it.</summary>
    public static IReadOnlyDictionary<string, string> Complaints(CSharpCompilation compilation) => compilation.GetDiagnostics()
        .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree is not null)
        .GroupBy(static diagnostic => diagnostic.Location.SourceTree!)
        .ToDictionary(static tree => Path.GetFileNameWithoutExtension(tree.Key.FilePath), static tree => $"{tree.First()}\n{tree.Key}", StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">A program does not compile; the message shows it.</exception>
    public static LoadedBatch Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
        {
            var error = emitted.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException(error + "\n" + error.Location.SourceTree);
        }

        image.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        return new(context, context.LoadFromStream(image));
    }

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Generated", [Usings, .. trees], References, new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
}
