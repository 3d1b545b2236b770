using System.Reflection;
using Ethics.Crm.Soundness.Tests.Measuring;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>What is told outside of the tests. It comes last, so that the time of all of them is told as well.</summary>
public sealed class PublicationTests
{
    /// <summary>What a test writes is not shown by default; the project prints this file when its tests have run.</summary>
    [Fact]
    public void Figures_ArePrinted()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "soundness.txt");
        File.WriteAllText(path, Publication.Summary(Measurement.Run) + Publication.Followed(Measurement.Followed.Value));

        Assert.Contains($"Soundness: {Settings.Given.Programs} programs of seed {Settings.Given.Seed}, ", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.True(PublicationLast.IsInUse);
    }

    /// <summary>Writes the published page when it is asked to, and never otherwise. The times on it are of one run; all else must be of today.</summary>
    [DefaultRunFact]
    public void PublishedFigures_AreThoseOfToday()
    {
        var root = typeof(PublicationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!;
        var path = Path.Combine(root, "benchmarks/results/soundness.md");
        var page = Publication.Of(Measurement.Run, Faults.Planted);
        if (Environment.GetEnvironmentVariable("ETHICS_WRITE_RESULTS") == "1")
            File.WriteAllText(path, page);

        var published = File.ReadAllText(path).ReplaceLineEndings("\n");

        Assert.True(Publication.Figures(published) == Publication.Figures(page), $"The page is of another day. To write it again:\n{Publication.Command}\n\n{page}");
        // It says how long it takes, too, which is all that may be of another day.
        Assert.NotEqual(Publication.Figures(published), published);
    }

    [Fact]
    public void PageWithAnotherFigure_IsOfAnotherDay_AndWithAnotherTimeIsNot()
    {
        var page = Publication.Of(Measurement.Run, Faults.Planted);
        var programs = $"| {Measurement.Run.Tally.Programs} | {Measurement.Run.Tally.Runs} |";

        Assert.NotEqual(Publication.Figures(page), Publication.Figures(page.Replace(programs, "| 1 | 1 |", StringComparison.Ordinal)));
        Assert.Equal(Publication.Figures(page), Publication.Figures(page + "| 8 another phase | 1 | 1 |\n"));
    }
}

/// <summary>The order of the test classes: any, and <see cref="PublicationTests"/> last.</summary>
public sealed class PublicationLast : ITestCollectionOrderer
{
    internal static bool IsInUse { get; private set; }

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
    {
        IsInUse = true;
        return testCollections.OrderBy(static collection => collection.DisplayName.Contains(nameof(PublicationTests), StringComparison.Ordinal));
    }
}
