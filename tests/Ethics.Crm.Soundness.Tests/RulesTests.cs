using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>The rules of today, held to the oracle. What they do not claim yet is a number; what they claim is a bound.</summary>
public sealed class RulesTests(ITestOutputHelper output)
{
    private static readonly Measurement Run = Measurement.Run;

    [Fact]
    public void Rules_DoNotCrash()
    {
        output.WriteLine($"Missed {Run.Tally.MissRate:P1} of {Run.Tally.Witnesses.Values.Sum()}, false alarms {Run.Tally.FalseAlarmRate:P1} of {Run.Tally.Reports} reports.");

        Expect.Nothing(Run.Crashes);
    }

    [Fact]
    public void ReadInCodeThatDeclaresAWrongPurpose_IsNeverMissed()
    {
        Assert.True(Run.Tally.Witnesses.GetValueOrDefault(WitnessKind.Read) > 0 || !Settings.Given.IsWhole);
        Expect.Nothing(Told(Run.Judgements.Where(static j => j.Judgement.Missed.Any(static missed => missed.Kind == WitnessKind.Read))));
    }

    /// <summary>The contract wants them silent; the rule about reads looks at code without asking whether it can run.</summary>
    [Fact]
    public void Limit_ReadsInBranchesThatAConstantMakesDead_AreTheOnlyFalseAlarms() => Expect.Nothing(Told(Run.Judgements.Where(static j =>
        (j.Judgement.FalseAlarms.Count > 0 && !ConstructsOf.Program(j.Specimen.Model).Contains(Construct.DeadBranches)) || j.Judgement.Misplaced.Count > 0)));

    private static IEnumerable<string> Told(IEnumerable<(Specimen Specimen, Judgement Judgement)> judgements) => judgements.Select(static j =>
        $"{j.Specimen.Printed.Text}\n{string.Join("\n", j.Judgement.FalseAlarms.Concat(j.Judgement.Misplaced).Select(static r => $"{r.Line}: {r.Id} {r.Message}"))}\n{string.Join("\n", j.Judgement.Missed)}");
}
