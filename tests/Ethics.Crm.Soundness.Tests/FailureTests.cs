using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>Who sees a failure has the command that makes its program again, and a program that can be read. The failures here are those of planted analyzers.</summary>
public sealed class FailureTests
{
    private static readonly Settings Few = new(7, 40, 100, Repertoire.Whole);

    [Fact]
    public void MissThatBreaksABound_IsShownShrunk_WithItsCommand()
    {
        var run = new Measurement(Few, Silent.Analyzer);

        var failures = Bound.Tells(WitnessKind.Read).Failures(run).Take(1).ToList();

        Told(run.Judgements.First(static judged => judged.Judgement.Missed.Any(static missed => missed.Kind == WitnessKind.Read)).Specimen, failures, "Missed: Read of ");
        Assert.Empty(Bound.NoFalseAlarm.Failures(run));
    }

    [Fact]
    public void FalseAlarm_IsShownShrunk_WithItsCommand()
    {
        var run = new Measurement(Few with { Programs = 5 }, new Wrong());

        Told(run.Specimens[0], [.. Bound.NoFalseAlarm.Failures(run).Take(1)], "False: line 1, ECRM2001 Planted.");
        Told(run.Specimens[0], [.. Bound.FalseAlarmsAreDeadReads.Failures(run).Take(1)], "False: line 1, ECRM2001 Planted.");
    }

    [Fact]
    public void CrashOfTheAnalyzer_NamesItsProgram()
    {
        var run = new Measurement(Few with { Programs = 5 }, new CrashesOn("namespace P103;"));

        Assert.StartsWith("ETHICS_SEED=7 ETHICS_PROGRAM=103 ETHICS_PROGRAMS=1 dotnet test tests/Ethics.Crm.Soundness.Tests\nPlanted.\n", Assert.Single(run.Crashes), StringComparison.Ordinal);
    }

    private static void Told(Specimen specimen, IReadOnlyList<string> failures, string what)
    {
        var failure = Assert.Single(failures);
        Assert.StartsWith($"ETHICS_SEED=7 ETHICS_PROGRAM={specimen.Number} ETHICS_PROGRAMS=1 dotnet test tests/Ethics.Crm.Soundness.Tests\n{what}", failure, StringComparison.Ordinal);
        Assert.True(failure.Split('\n').Length < 45, failure);
        Assert.Contains("class Case", failure, StringComparison.Ordinal);
    }

    /// <summary>Says of every program that its first line is wrong.</summary>
    private sealed class Wrong : IProgramAnalyzer
    {
        public ILookup<string, Report> Analyze(CSharpCompilation batch) => batch.SyntaxTrees
            .ToLookup(static tree => Path.GetFileNameWithoutExtension(tree.FilePath), static _ => new Report("ECRM2001", 1, ["Person.Mail"], ["support"], "Planted."));
    }

    private sealed class CrashesOn(string text) : IProgramAnalyzer
    {
        public ILookup<string, Report> Analyze(CSharpCompilation batch) =>
            batch.SyntaxTrees.Any(tree => tree.ToString().StartsWith(text, StringComparison.Ordinal)) ? throw new AnalyzerCrashedException("Planted.") : Silent.Analyzer.Analyze(batch);
    }
}
