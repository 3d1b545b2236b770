using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>Who sees a failure has the command that makes its program again, and a program that can be read. The failures here are those of planted analyzers and of an interpreter that lacks something.</summary>
public sealed class FailureTests
{
    private const string Suite = " ETHICS_PROGRAMS=1 dotnet test tests/Ethics.Crm.Soundness.Tests\n";

    private static readonly Settings Few = new(7, 40, 100, Repertoire.Whole);

    private static readonly Bound Flows = Bound.Tells(WitnessKind.Flow);

    [Fact]
    public void MissThatBreaksABound_IsShownShrunk_WithItsCommand()
    {
        var run = new Measurement(Few, Silent.Analyzer, [Bound.ReadsAreTold, Flows, Bound.NoFalseAlarm]);

        Told(run.Broken(Bound.ReadsAreTold), Failures.Of(run, Bound.ReadsAreTold), "Missed: Read of ");
        Told(run.Broken(Flows), Failures.Of(run, Flows), "Missed: Flow of ");
        Assert.Empty(Failures.Of(run, Bound.NoFalseAlarm));
    }

    [Fact]
    public void FalseAlarm_IsShownShrunk_WithItsCommand()
    {
        var run = new Measurement(Few with { Programs = 5 }, new Wrong(), [Bound.NoFalseAlarm, Bound.FalseAlarmsAreDeadReads]);

        Assert.Equal(5, run.Broken(Bound.NoFalseAlarm).Count);
        Told(run.Broken(Bound.NoFalseAlarm), Failures.Of(run, Bound.NoFalseAlarm), "False: line 1, ECRM2001 Planted.");
        Told(run.Broken(Bound.FalseAlarmsAreDeadReads), Failures.Of(run, Bound.FalseAlarmsAreDeadReads), "False: line 1, ECRM2001 Planted.");
    }

    /// <summary>A bound that nobody held the run to would always seem kept.</summary>
    [Fact]
    public void BoundThatTheRunWasNotHeldTo_CannotBeAskedFor() =>
        Assert.Throws<KeyNotFoundException>(static () => new Measurement(Few with { Programs = 1 }, Silent.Analyzer, []).Broken(Bound.ReadsAreTold));

    [Fact]
    public void InterpreterThatIsWrong_IsShownShrunk_WithItsCommand()
    {
        // Without the one it computes something else; without the other no label ends.
        var (values, labels) = (new Measurement(Few, Silent.Analyzer, [], Construct.Tuples), new Measurement(Few, Silent.Analyzer, [], Construct.Anonymizers));

        Told(values.Disagreements, Failures.Disagreements(values), "Inputs {");
        Told(values.PlainDisagreements, Failures.PlainDisagreements(values), "The interpreter says");
        Told(labels.Disagreements, Failures.Disagreements(labels), "Inputs {");
        Told(labels.Interferences, Failures.Interferences(labels), "Person");
    }

    /// <summary>The nearest opposite.</summary>
    [Fact]
    public void InterpreterThatIsRight_HasNothingToShow()
    {
        var run = new Measurement(Few, Silent.Analyzer, []);

        Assert.Equal((0, 0, 0), (run.Disagreements.Count, run.PlainDisagreements.Count, run.Interferences.Count));
        Assert.Equal((40, 40, run.Tally.Runs), (run.Tally.JudgedPrograms, run.Tally.ExecutedAsPrinted, run.Tally.Executed));
        Assert.Empty(Failures.Disagreements(run).Concat(Failures.PlainDisagreements(run)).Concat(Failures.Interferences(run)));
    }

    [Fact]
    public void CrashOfTheAnalyzer_NamesItsProgram()
    {
        var run = new Measurement(Few with { Programs = 5 }, new CrashesOn("namespace P103;"), []);

        Assert.StartsWith($"ETHICS_SEED=7 ETHICS_PROGRAM=103{Suite}Planted.\n", Assert.Single(run.Crashes), StringComparison.Ordinal);
        Assert.Equal((0, 5), (run.Tally.JudgedPrograms, run.Tally.CrashedPrograms));
    }

    [Fact]
    public void FirstOfTheComplaints_IsShown_AndNoneIsNone()
    {
        Assert.StartsWith("first", Assert.ThrowsAny<Xunit.Sdk.XunitException>(static () => Expect.Nothing("first", "second")).Message, StringComparison.Ordinal);
        Expect.Nothing();
    }

    private static void Told(Failing failing, IEnumerable<string> failures, string what)
    {
        var failure = failures.First();
        Assert.StartsWith($"ETHICS_SEED=7 ETHICS_PROGRAM={failing.First[0].Number}{Suite}{what}", failure, StringComparison.Ordinal);
        var program = failure[failure.IndexOf("namespace P", StringComparison.Ordinal)..];
        Assert.True(program.Split('\n').Length < 45, failure);
        Assert.Contains("class Case", program, StringComparison.Ordinal);
    }

    /// <summary>Says of every program that its first line is wrong.</summary>
    private sealed class Wrong : IProgramAnalyzer
    {
        public ILookup<string, Report> Analyze(CSharpCompilation batch) => batch.SyntaxTrees
            .ToLookup(static tree => Path.GetFileNameWithoutExtension(tree.FilePath), static _ => new Report("ECRM2001", 1, ["Person.Mail"], ["support"], "Planted."));
    }

    /// <summary>Crashes where a program has the text.</summary>
    internal sealed class CrashesOn(string text) : IProgramAnalyzer
    {
        public ILookup<string, Report> Analyze(CSharpCompilation batch) =>
            batch.SyntaxTrees.Any(tree => tree.ToString().Contains(text, StringComparison.Ordinal)) ? throw new AnalyzerCrashedException("Planted.") : Silent.Analyzer.Analyze(batch);
    }
}
