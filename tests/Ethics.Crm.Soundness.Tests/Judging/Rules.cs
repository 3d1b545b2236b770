using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Ethics.Crm.Analyzers;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Soundness.Tests.Judging;

/// <summary>The rules of this repository that report misuse, as far as they exist.</summary>
internal sealed partial class Rules(ImmutableArray<DiagnosticAnalyzer> analyzers) : IProgramAnalyzer
{
    /// <summary>Reads, flows, helpers, stores.</summary>
    public static readonly ImmutableArray<string> Ids = ["ECRM2001", "ECRM2002", "ECRM2003", "ECRM2007"];

    /// <summary>Declares what the programs name.</summary>
    public static readonly TestPolicy Policy = TestPolicy.Of($$"""
        {
          "version": 1,
          "categories": { "contact": { "title": "Contact" } },
          "purposes": {
            {{string.Join(",\n    ", Interpretation.Purposes.All.Select(static purpose => $$"""
            "{{purpose}}": { "title": "{{purpose}}", "basis": "contract" }
            """))}}
          }
        }
        """);

    public static Rules Present { get; } = In(typeof(PurposeAnalyzer).Assembly);

    /// <summary>Those of an assembly, be it the one that is shipped or one with a fault in it.</summary>
    public static Rules In(Assembly assembly) => new(
    [
        .. assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .Where(static analyzer => analyzer.SupportedDiagnostics.Any(static descriptor => Ids.Contains(descriptor.Id))),
    ]);

    public ILookup<string, Report> Analyze(CSharpCompilation batch) => Analyze(batch, Policy);

    /// <param name="policy">One that says what attributes of the programs say otherwise.</param>
    public ILookup<string, Report> Analyze(CSharpCompilation batch, TestPolicy policy)
    {
        Exception? crash = null;
        var options = new AnalyzerOptions([new TestAdditionalText(policy.Path, policy.Text)], new TestOptionsProvider([policy], new Dictionary<string, string>()));
        var run = batch.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            options, (exception, _, _) => crash ??= exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var found = run.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (crash is not null || found.Any(static diagnostic => diagnostic.Id == "AD0001"))
            throw new AnalyzerCrashedException(crash?.ToString() ?? found.First(static diagnostic => diagnostic.Id == "AD0001").GetMessage());
        return found.Where(static diagnostic => Ids.Contains(diagnostic.Id) && diagnostic.Location.SourceTree is not null)
            .ToLookup(static diagnostic => Path.GetFileNameWithoutExtension(diagnostic.Location.SourceTree!.FilePath), Read, StringComparer.Ordinal);
    }

    /// <summary>A message names members in quotes and, last, the purposes in parentheses.</summary>
    private static Report Read(Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage();
        var purposes = Parentheses().Matches(message).LastOrDefault()?.Groups[1].Value ?? "";
        return new(
            diagnostic.Id,
            diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1,
            [.. Quotes().Matches(message).Select(static quote => quote.Groups[1].Value)],
            purposes.Split([", ", " and "], StringSplitOptions.RemoveEmptyEntries),
            message);
    }

    [GeneratedRegex(@"'([^']+)'")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\(([^()]+)\)")]
    private static partial Regex Parentheses();
}
