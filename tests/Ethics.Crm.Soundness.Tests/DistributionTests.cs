using System.Reflection;
using Ethics.Crm.Soundness.Tests.Generation;
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
        // What the project prints when its tests have run, because what tests write is not shown.
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "soundness.txt"), Publication.Summary(Measurement.Run));

        Assert.Equal(Settings.Given.Programs, Tally.Programs);
        Assert.InRange(Tally.Misusing, Tally.Crossing, Tally.Programs);
        Assert.All(Tally.Constructs, static count => Assert.True(Settings.Given.Repertoire.Has(count.Key) && count.Value <= Tally.Programs, count.Key.ToString()));
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

    [WholeRunFact]
    public void OtherLabelledValues_ShowInAThirdOfWhatIsCompared() => AtLeast(Tally.Differing, 1.0 / 3, Tally.Compared);

    /// <summary>Of the processor, because a machine may do other things as well.</summary>
    [WholeRunFact]
    public void ThousandPrograms_TakeTwoMinutesOfTheProcessorAtMost()
    {
        var taken = Measurement.Run.Clock.Phases.Where(static phase => phase.Key[0] < '6').Sum(static phase => phase.Value.Processor.TotalSeconds) / Tally.Programs * 1000;

        Assert.True(taken <= LongestForAThousand.TotalSeconds, $"{taken:F0} seconds");
    }

    /// <summary>Writes the published page when it is asked to, and never otherwise. The times on it are of one run; all else must be of today.</summary>
    [DefaultRunFact]
    public void PublishedFigures_AreThoseOfToday()
    {
        var root = typeof(DistributionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!;
        var path = Path.Combine(root, "benchmarks/results/soundness.md");
        var page = Publication.Of(Measurement.Run, Faults.Planted);
        if (Environment.GetEnvironmentVariable("ETHICS_WRITE_RESULTS") == "1")
            File.WriteAllText(path, page);

        var published = File.ReadAllText(path).ReplaceLineEndings("\n");

        Assert.True(Publication.Figures(published) == Publication.Figures(page), $"The page is of another day. To write it again:\n{Publication.Command}\n\n{page}");
        Assert.NotEqual(Publication.Figures(published), published);
    }

    private static void AtLeast(int part, double share, int whole, string of = "programs") =>
        Assert.True(part >= share * whole, $"{part} of {whole} {of}\n{Settings.Given.RepeatsAll}");
}
