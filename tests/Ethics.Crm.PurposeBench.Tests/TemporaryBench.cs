using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using PurposeBench.Index;
using PurposeBench.Truth;

namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>A folder with one case in it, under the policy and with the prelude of the benchmark.</summary>
internal sealed class TemporaryBench : IDisposable
{
    /// <summary>Where the case lies, and what its faults name.</summary>
    public const string File = "Cases/made/01-one.cs";

    private const string Header =
        """
        // verdict: {0}
        // origin: open
        // channel: {1}
        // source: {2}
        // proof: {3}
        // why: Made for a test.
        using Ethics.Crm;
        namespace PurposeBench.Cases.Made.One;

        """;

    /// <summary>The lines before what a test writes.</summary>
    public static readonly int HeaderLines = Header.Count(static c => c == '\n');

    private readonly string _folder = Directory.CreateTempSubdirectory("purposebench-test-").FullName;

    /// <param name="text">The whole file.</param>
    public TemporaryBench(string text, string? library = null)
    {
        System.IO.File.Copy(Path.Combine(Bench.Folder, "purposebench.policy.json"), Path.Combine(_folder, "purposebench.policy.json"));
        Write(File, text);
        if (library is not null)
            Write(File.Replace("Cases", "Library", StringComparison.Ordinal), library);
    }

    /// <summary>A file with a header and a program.</summary>
    public static string Case(string verdict, string channel, string source, string proof, string program) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Header.ReplaceLineEndings("\n"), verdict, channel, source, proof) + program.ReplaceLineEndings("\n");

    public IReadOnlyList<BenchCase> Read() => CaseReader.ReadAll(_folder);

    /// <summary>What is wrong with the case when it runs; null when it does what it claims.</summary>
    public string? Disprove(TimeSpan? limit = null)
    {
        var one = Assert.Single(Read());
        var assembly = Path.Combine(_folder, "PurposeBench.Cases.dll");
        var world = new CaseWorld(_folder, assembly);
        // Debug symbols name files where they lie.
        var trees = world.Sources.SyntaxTrees.Select(tree => tree.WithFilePath(Path.Combine(_folder, tree.FilePath)));
        var compilation = world.Sources.RemoveAllSyntaxTrees().AddSyntaxTrees(trees).WithOptions(world.Sources.Options.WithOptimizationLevel(OptimizationLevel.Debug));
        using (var code = System.IO.File.Create(assembly))
        using (var symbols = System.IO.File.Create(Path.ChangeExtension(assembly, ".pdb")))
            Assert.Empty(compilation.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error));
        return new CaseRunner(world, limit).Disprove(one);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
    }
}
