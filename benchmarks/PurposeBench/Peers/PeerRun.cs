using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PurposeBench.Scoring;

namespace PurposeBench.Peers;

/// <summary>Runs analyzers over one program, as the compiler would.</summary>
internal static class PeerRun
{
    /// <summary>
    /// Processor time, so that a busy machine changes no figure; ordinary cases need a hundredth of it. A rule that needs more for sixty lines is left on in no build.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>Longer than any chain among the cases; a middle; the default of both tools.</summary>
    public static readonly int[] Depths = [64, 8, 3];

    /// <param name="rule">The rule whose findings count.</param>
    /// <param name="files">Additional files, by name.</param>
    /// <param name="options">What an <c>.editorconfig</c> would say.</param>
    public static PeerAnswer Of(CSharpCompilation program, ImmutableArray<DiagnosticAnalyzer> analyzers, string rule, IReadOnlyDictionary<string, string> files, ImmutableDictionary<string, string> options)
    {
        var enabled = program.WithOptions(program.Options.WithSpecificDiagnosticOptions([KeyValuePair.Create(rule, ReportDiagnostic.Warn)]));
        var crashes = new List<string>();
        var settings = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. files.Select(static f => new MemoryFile(f.Key, f.Value))], new FixedOptions(options)),
            (e, _, _) => crashes.Add(e.GetType().Name + ": " + e.Message.Split('\n')[0]), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        using var limit = new CancellationTokenSource();
        var begun = Environment.CpuUsage.TotalTime;
        using var watch = new Timer(_ =>
        {
            if (Environment.CpuUsage.TotalTime - begun > Limit)
                limit.Cancel();
        }, null, TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(250));
        try
        {
            var found = enabled.WithAnalyzers(analyzers, settings).GetAnalyzerDiagnosticsAsync(limit.Token).GetAwaiter().GetResult();
            return new PeerAnswer([.. found.Where(d => d.Id == rule).Select(Place).Distinct().OrderBy(static f => f.Line)], crashes.FirstOrDefault());
        }
        catch (OperationCanceledException)
        {
            return new PeerAnswer([], $"not finished after {Limit.TotalSeconds:0} s of processor time") { IsUnfinished = true };
        }
    }

    /// <summary>Asks with the deepest setting that comes to an end: both engines follow each path of calls anew, which recursion multiplies.</summary>
    /// <param name="ask">Asks with call chains of that length.</param>
    public static PeerAnswer Deepest(Func<int, PeerAnswer> ask)
    {
        var answers = Depths.Select(ask);
        return answers.FirstOrDefault(static a => !a.IsUnfinished) ?? new PeerAnswer([], $"not finished after {Limit.TotalSeconds:0} s of processor time, with the default call chains of {Depths[^1]} either");
    }

    private static Finding Place(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan();
        return new Finding(diagnostic.Id, line.Path, line.StartLinePosition.Line + 1);
    }

    private sealed class MemoryFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class FixedOptions(ImmutableDictionary<string, string> options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(options);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(ImmutableDictionary<string, string> options) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => options.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => options.TryGetValue(key, out value);
    }
}

/// <summary>What a peer said about a case.</summary>
/// <param name="Trouble">What kept it from answering: it threw, or did not end.</param>
internal sealed record PeerAnswer(IReadOnlyList<Finding> Findings, string? Trouble = null)
{
    /// <summary>It might have answered with smaller settings.</summary>
    public bool IsUnfinished { get; init; }
}
