using System.Diagnostics;
using System.Globalization;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests.Engine.Mutation;

/// <summary>
/// Twenty thousand files that somebody has not finished writing, in which members are labelled by their names and all code works for a purpose that none permits: no rule fails on any, and each ends.
/// <c>ETHICS_MUTATED_FILES=100000 dotnet test tests/Ethics.Crm.Analyzers.Tests --filter FullyQualifiedName~MutatedFilesTests</c> takes as many as it says.
/// </summary>
public sealed class MutatedFilesTests
{
    private const int Parts = 20;

    // So many share a compilation: most of the time of a small one goes into what it references.
    private const int Batch = 200;

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    // Of one batch in four every member is labelled, so that values are followed wherever there are any; of the others what people's data is called.
    private static readonly TestPolicy[] s_policies =
    [
        Policy("\"**\": any, \"**()\": any, \"**#value\": any"),
        Policy("\"**.Email\": any, \"**.Phone\": any, \"**.Name\": any, \"**.Text\": any, \"**.Address\": any"),
    ];

    private static readonly Lazy<string[]> s_sources = new(() =>
    [
        .. OwnSources.Of("benchmarks/PurposeBench/Cases").Where(static file => !Path.GetFileName(file).StartsWith('b')),
        .. OwnSources.Of("samples"),
        .. OwnSources.Of("src/Ethics.Crm/Consent"),
    ]);

    public static TheoryData<int> AllParts() => [.. Enumerable.Range(0, Parts)];

    [Theory, MemberData(nameof(AllParts))]
    public async Task MutatedFiles_RaiseNoException_AndEnd(int part)
    {
        var files = (int.TryParse(Environment.GetEnvironmentVariable("ETHICS_MUTATED_FILES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 20_000) / Parts;
        var (found, broken) = (0, 0);
        for (var first = part * files; first < (part + 1) * files; first += Batch)
        {
            var trees = Enumerable.Range(first, Math.Min(Batch, ((part + 1) * files) - first)).Select(Mutated).ToArray();
            var watch = Stopwatch.StartNew();
            var policy = s_policies[first / Batch % 4 == 0 ? 0 : 1];
            var (failures, diagnostics) = await RunAsync(policy, trees);
            Assert.True(failures.Length == 0, failures.Length == 0 ? "" : await WorstAsync(policy, trees, failures));
            Assert.True(watch.Elapsed < s_longest, $"Files {first} to {first + trees.Length - 1} took {watch.Elapsed}.");
            found += diagnostics.Count(static one => one.StartsWith("ECRM", StringComparison.Ordinal));
            broken += trees.Count(static tree => tree.GetDiagnostics().Any());
        }

        // Damaged, and yet so much code that the rules have worked on it.
        Assert.InRange(broken, files / 3, files);
        Assert.True(found > files / 2, $"{found} findings in {files} files.");
    }

    /// <summary>A rule that throws is told by the same way of asking.</summary>
    [Fact]
    public async Task RuleThatThrows_IsNoticed()
        => Assert.Contains("ThrowingRule", (await RunAsync(s_policies[0], [CSharpSyntaxTree.ParseText("class A { }")], new ThrowingRule())).Failures.Single());

    private static TestPolicy Policy(string fields) => TestPolicy.Of($$"""
        {
          "version": 1,
          "categories": { "any": { "collectedFor": ["support"] } },
          "purposes": { "support": { "basis": "contract" }, "marketing": { "basis": "consent", "decision": true } },
          "fields": { {{fields.Replace(": any", ": { \"category\": \"any\" }", StringComparison.Ordinal)}} },
          "code": { "**": ["marketing"] }
        }
        """);

    private static SyntaxTree Mutated(int number)
    {
        var random = new Random(number);
        var file = s_sources.Value[random.Next(s_sources.Value.Length)];
        return CSharpSyntaxTree.ParseText(new SourceMutator(random).Mutate(File.ReadAllText(file)), TestSettings.ParseOptions(LanguageVersion.Latest), $"/{number}/{Path.GetFileName(file)}");
    }

    private static async Task<string> WorstAsync(TestPolicy policy, SyntaxTree[] trees, string[] failures)
    {
        foreach (var tree in trees)
        {
            if ((await RunAsync(policy, [tree])).Failures is [var failure, ..])
                return $"{tree.FilePath}: {failure}\n{tree}";
        }

        return $"{trees[0].FilePath} to {trees[^1].FilePath} together: {failures.FirstOrDefault()}";
    }

    private static async Task<(string[] Failures, string[] Found)> RunAsync(TestPolicy policy, SyntaxTree[] trees, params DiagnosticAnalyzer[] besides)
    {
        var failures = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([new TestAdditionalText(policy.Path, policy.Text)], new TestOptionsProvider([policy], new Dictionary<string, string> { ["EthicsCrmStrict"] = "true" })),
            (exception, analyzer, _) => failures.Enqueue(analyzer.GetType().Name + ": " + exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var compilation = CSharpCompilation.Create("Mutated", trees, ProductReferences.All, TestSettings.CompilationOptions);
        var found = await new CompilationWithAnalyzers(compilation, [.. Rules.All, .. besides], options).GetAnalyzerDiagnosticsAsync();
        return ([.. failures], [.. found.Select(static one => one.Id)]);
    }
}
