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
        for (var i = 0; i < Times; i++)
        {
            using var source = new CancellationTokenSource();
            var running = Task.Run(() => RunAsync(compilation, source.Token));
            await Task.Delay(whole.Elapsed * 0.8 * (i + 0.5) / Times);
            if (running.IsCompleted)
                continue;
            var watch = Stopwatch.StartNew();
            await source.CancelAsync();
            // One that was through in that moment has answered as well, and says nothing.
            if (await Record.ExceptionAsync(() => running) is { } answer)
            {
                Assert.IsAssignableFrom<OperationCanceledException>(answer);
                answers.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        answers.Sort();
        output.WriteLine($"{answers.Count} of {Times} while it ran ({whole.Elapsed.TotalSeconds:0.0} s): {string.Join(", ", answers.Select(static one => one.ToString("0", System.Globalization.CultureInfo.InvariantCulture)))} ms");
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
