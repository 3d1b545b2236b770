using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>A test of programs that do nothing wrong, or nothing at all, shows nothing. Here they are counted.</summary>
public sealed class DistributionTests(ITestOutputHelper output)
{
    // More than twice what it takes, so that a machine that is slow does not fail it and one that everybody waits for does.
    private static readonly TimeSpan LongestForAThousand = TimeSpan.FromSeconds(120);

    private static readonly Tally Tally = Measurement.Run.Tally;

    /// <summary>The whole distribution, in the output of this test, whatever the run.</summary>
    [Fact]
    public void EveryProgramOfTheRun_IsCounted()
    {
        output.WriteLine(Publication.Of(Measurement.Run, Faults.Planted));

        Assert.Equal(Settings.Given.Programs, Tally.Programs);
        Assert.InRange(Tally.Misusing, Tally.Crossing, Tally.Programs);
        Assert.All(Tally.Constructs, static count => Assert.True(Settings.Given.Repertoire.Has(count.Key) && count.Value <= Tally.Programs, count.Key.ToString()));
    }

    /// <summary>Counted where programs are executed and where reports are judged: what is left out there would disagree with nobody.</summary>
    [Fact]
    public void EveryRun_IsExecuted_AndEveryProgramJudged()
    {
        Assert.Equal((Tally.Runs, Tally.Programs), (Tally.Executed, Tally.ExecutedAsPrinted));
        Assert.Equal(Tally.Programs, Tally.JudgedPrograms + Tally.CrashedPrograms);
        Assert.Equal(Measurement.Run.Crashes.Count == 0, Tally.CrashedPrograms == 0);
    }

    [WholeRunFact]
    public void ThirtyOfAHundredPrograms_MisuseSomething() => AtLeast(Tally.Misusing, 0.3, Tally.Programs);

    [WholeRunFact]
    public void HalfOfThem_GoThroughTwoMethodsAndTheHeap() => AtLeast(Tally.Crossing, 0.5, Tally.Misusing);

    /// <summary>The nearest opposite: most programs that are wrong everywhere would say nothing about false alarms.</summary>
    [WholeRunFact]
    public void AFifthOfThePrograms_IsClean() => AtLeast(Tally.Programs - Tally.Misusing, 0.2, Tally.Programs);

    [WholeRunFact]
    public void EveryConstruct_IsInOneOfFiftyPrograms() => Assert.All(
        Repertoire.Whole.Constructs, static construct => AtLeast(Tally.Constructs.GetValueOrDefault(construct), 0.02, Tally.Programs, construct.ToString()));

    /// <summary>Chance alone writes few lambdas in scopes, and calls none of them that reads what the scope must not.</summary>
    [WholeRunFact]
    public void LambdaInAScope_ReadsWhatTheScopeMustNot_InOneOfHundredPrograms() => AtLeast(Measurement.Run.Specimens.Count(ReadsInALambdaOfAScope), 0.01, Measurement.Run.Specimens.Count);

    private static bool ReadsInALambdaOfAScope(Specimen specimen)
    {
        var lambdas = specimen.Model.Statements().OfType<Scope>().SelectMany(static scope => scope.Body).SelectMany(Nodes.Within).OfType<Lambda>();
        var reads = lambdas.SelectMany(static lambda => lambda.Body).SelectMany(Nodes.StatementsWithin)
            .SelectMany(statement => Nodes.Operands(statement).SelectMany(Nodes.Within).OfType<Load>().Select(load => (specimen.Printed.Lines[statement], $"{load.Owner}.{load.Member}"))).ToHashSet();
        return specimen.Said.Any(said => said.Witnesses.Any(witness => witness.Kind == WitnessKind.Read && reads.Contains((witness.Line, witness.Source))));
    }

    [WholeRunFact]
    public void OtherLabelledValues_ShowInAThirdOfWhatIsCompared() => AtLeast(Tally.Differing, 1.0 / 3, Tally.Compared);

    /// <summary>Of the processor, because a machine may do other things as well.</summary>
    [WholeRunFact]
    public void ThousandPrograms_TakeTwoMinutesOfTheProcessorAtMost()
    {
        var taken = Measurement.Run.Clock.Phases.Where(static phase => phase.Key[0] < '6').Sum(static phase => phase.Value.Processor.TotalSeconds) / Tally.Programs * 1000;

        Assert.True(taken <= LongestForAThousand.TotalSeconds, $"{taken:F0} seconds");
    }

    private static void AtLeast(int part, double share, int whole, string of = "programs") =>
        Assert.True(part >= share * whole, $"{part} of {whole} {of}\n{Settings.Given.RepeatsAll}");
}
