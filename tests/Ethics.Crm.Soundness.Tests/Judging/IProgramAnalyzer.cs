using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Soundness.Tests.Judging;

/// <summary>What is held to the oracle.</summary>
internal interface IProgramAnalyzer
{
    /// <summary>What it reports in each program of the batch, by the program's namespace.</summary>
    /// <exception cref="AnalyzerCrashedException">It did not come to an end.</exception>
    ILookup<string, Report> Analyze(CSharpCompilation batch);
}

internal sealed class AnalyzerCrashedException(string message) : Exception(message);
