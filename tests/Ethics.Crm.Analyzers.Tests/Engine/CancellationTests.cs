using System.Diagnostics;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace Ethics.Crm.Analyzers.Tests.Engine;

/// <summary>An editor takes back its question with each key that is pressed, and waits for whoever is still busy with the last one.</summary>
public sealed class CancellationTests(ITestOutputHelper output)
{
    private const int Times = 10;
    private const int Attempts = 3 * Times;

    private static readonly TestPolicy s_policy = TestPolicy.Of("""
        {
          "version": 1,
          "categories": { "any": { "collectedFor": ["support"] } },
          "purposes": { "support": { "basis": "contract" }, "marketing": { "basis": "consent" } },
          "fields": { "**": { "category": "any" }, "**()": { "category": "any" }, "**#value": { "category": "any" } },
          "code": { "**": ["marketing"] }
        }
        """);

    /// <summary>At moments spread over the whole analysis, the solving at its end among them. The middle one of the answers counts: other tests run beside this one.</summary>
    [Fact]
    public async Task Cancellation_IsAnsweredWithin50Milliseconds()
    {
        var compilation = CSharpCompilation.Create(
            "Own",
            OwnSources.Of("src/Ethics.Crm.Abstractions").Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file)),
            ProductReferences.All,
            TestSettings.CompilationOptions);
        var whole = Stopwatch.StartNew();
        await RunAsync(compilation, CancellationToken.None);
        whole.Restart();
        await RunAsync(compilation, CancellationToken.None);
        whole.Stop();

        var answers = new List<double>();
        var takes = whole.Elapsed;
        for (var (i, attempt) = (0, 0); i < Times && attempt < Attempts; attempt++)
        {
            using var source = new CancellationTokenSource();
            var run = Stopwatch.StartNew();
            var took = takes;
            var running = Task.Run(async () =>
            {
                await RunAsync(compilation, source.Token);
                took = run.Elapsed;
            });
            await Task.Delay(takes * 0.8 * (i + 0.5) / Times);
            var watch = Stopwatch.StartNew();
            await source.CancelAsync();
            if (await Record.ExceptionAsync(() => running) is { } answer)
            {
                Assert.IsAssignableFrom<OperationCanceledException>(answer);
                answers.Add(watch.Elapsed.TotalMilliseconds);
                i++;
            }
            else
            {
                // One that was through by then says nothing, but how long one takes now: what ran beside it has ended.
                takes = took < takes ? took : takes;
            }
        }

        answers.Sort();
        output.WriteLine($"{answers.Count} of {Times} while it ran ({takes.TotalSeconds:0.0} s): {string.Join(", ", answers.Select(static one => one.ToString("0", System.Globalization.CultureInfo.InvariantCulture)))} ms");
        Assert.True(answers.Count >= 4, "It was through before it was asked to stop.");
        Assert.InRange(answers[answers.Count / 2], 0, 50);
    }

    // Of a compilation of its own each time: a compiler keeps what it has bound.
    private static async Task RunAsync(Compilation compilation, CancellationToken cancellationToken)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([new TestAdditionalText(s_policy.Path, s_policy.Text)], new TestOptionsProvider([s_policy], new Dictionary<string, string>())),
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        Assert.NotEmpty(await new CompilationWithAnalyzers(compilation.Clone(), Rules.All, options).GetAnalyzerDiagnosticsAsync(cancellationToken));
    }
}
