using System.Reflection;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>A test of programs that do nothing wrong, or nothing at all, shows nothing. Here they are counted.</summary>
public sealed class DistributionTests(ITestOutputHelper output)
{
    private static readonly Tally Tally = Measurement.Run.Tally;

    /// <summary>The whole distribution, in the output of this test.</summary>
    [Fact]
    public void ThirtyOfAHundredPrograms_MisuseSomething()
    {
        output.WriteLine(Publication.Of(Measurement.Run));
        output.WriteLine("Seconds of the processor:");
        foreach (var (phase, time) in Measurement.Run.Times)
            output.WriteLine($"{phase}: {time.TotalSeconds:F1}");

        Assert.True(Tally.Misusing >= 0.3 * Tally.Programs || !Settings.Given.IsWhole, $"{Tally.Misusing} of {Tally.Programs}");
    }

    [Fact]
    public void HalfOfThem_GoThroughTwoMethodsAndTheHeap() =>
        Assert.True(Tally.Crossing >= 0.5 * Tally.Misusing || !Settings.Given.IsWhole, $"{Tally.Crossing} of {Tally.Misusing}");

    /// <summary>The nearest opposite: most programs that are wrong everywhere would say nothing about false alarms.</summary>
    [Fact]
    public void AFifthOfThePrograms_IsClean() =>
        Assert.True(Tally.Programs - Tally.Misusing >= 0.2 * Tally.Programs || !Settings.Given.IsWhole, $"{Tally.Programs - Tally.Misusing} of {Tally.Programs}");

    [Fact]
    public void EveryConstruct_IsInOneOfFiftyPrograms() => Assert.All(
        Enum.GetValues<Construct>().Where(Settings.Given.Repertoire.Has),
        static construct => Assert.True(Tally.Constructs.GetValueOrDefault(construct) >= Tally.Programs / 50 || !Settings.Given.IsWhole, $"{construct}: {Tally.Constructs.GetValueOrDefault(construct)}"));

    [Fact]
    public void OtherLabelledValues_ShowInAThirdOfWhatIsCompared() => Assert.InRange(Tally.Differing, Tally.Compared / 5, Tally.Compared);

    /// <summary>Writes the published figures when it is asked to, and never otherwise.</summary>
    [Fact]
    public void PublishedFigures_NameTheirCommand()
    {
        var root = typeof(DistributionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!;
        var page = Path.Combine(root, "benchmarks/results/soundness.md");
        if (Environment.GetEnvironmentVariable("ETHICS_WRITE_RESULTS") == "1")
            File.WriteAllText(page, Publication.Of(Measurement.Run));

        Assert.Contains(Publication.Command, File.ReadAllText(page), StringComparison.Ordinal);
    }
}
