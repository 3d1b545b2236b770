using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Soundness.Tests.Judging;

/// <summary>An analyzer that says "clean" of everything.</summary>
internal sealed class Silent : IProgramAnalyzer
{
    public static Silent Analyzer { get; } = new();

    public ILookup<string, Report> Analyze(CSharpCompilation batch) => Array.Empty<Report>().ToLookup(static _ => "");
}
