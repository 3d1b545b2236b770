using Ethics.Crm.Soundness.Tests.Measuring;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>The oracle is itself tested: each generated program is executed.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    [Fact]
    public void Programs_DoWhatTheInterpreterSays()
    {
        var run = Measurement.Run;
        output.WriteLine(string.Join("\n", run.Times.Select(static t => $"{t.Key}: {t.Value.TotalSeconds:F1} s")));
        output.WriteLine($"{run.Tally.Programs} programs, {run.Tally.Misusing} misuse, {run.Tally.Crossing} cross; lines {run.Tally.Lines.Average()}; missed {run.Tally.MissRate:P1}, false {run.Tally.FalseAlarmRate:P1} of {run.Tally.Reports}, misplaced {run.Tally.Misplaced}, unused {run.Tally.Unused}, unjudged {run.Tally.Unjudged}");
        output.WriteLine(string.Join(", ", run.Tally.Constructs.OrderBy(static c => c.Value)));
        output.WriteLine(string.Join(", ", run.Tally.Witnesses) + " missed " + string.Join(", ", run.Tally.Missed));
        output.WriteLine($"compared {run.Tally.Compared} differing {run.Tally.Differing}");
        Assert.Equal("", string.Join("\n", run.Disagreements.Take(2)));
    }

    [Fact]
    public void ProgramsAsTheyArePrinted_UseWhatTheInterpreterSays() => Assert.Equal("", string.Join("\n", Measurement.Run.PlainDisagreements.Take(2)));

    [Fact]
    public void RunsWithOtherLabelledValues_DifferOnlyWhereTheLabelReached() => Assert.Equal("", string.Join("\n", Measurement.Run.Interferences.Take(2)));

    [Fact]
    public void Analyzer_DoesNotCrash() => Assert.Equal("", string.Join("\n", Measurement.Run.Crashes.Take(2)));

    [Fact]
    public void Direct() => Assert.Equal("", string.Join("\n", Measurement.Run.Judgements.Select(j => string.Join("\n", j.Judgement.FalseAlarms.Concat(j.Judgement.Misplaced)) + string.Join("\n", j.Judgement.Missed) + "\n" + j.Specimen.Printed.Text).Take(4)));
}
