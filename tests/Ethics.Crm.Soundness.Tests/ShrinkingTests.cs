using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Ethics.Crm.Soundness.Tests.Shrinking;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>What fails is shown as a program that a person can read. The failures here are planted: the interpreter does not know a construct.</summary>
public sealed class ShrinkingTests(ITestOutputHelper output)
{
    [Fact]
    public void ProgramsThatFindAFault_ShrinkBelowFortyLinesInTheMedian()
    {
        var shrunk = Enum.GetValues<Construct>().Where(Settings.Given.Repertoire.Has)
            .Select(off => (Off: off, Found: Measurement.Run.Specimens.FirstOrDefault(specimen => Mutation.FirstRun(specimen, off) is not null)))
            .Where(static fault => fault.Found is not null)
            .AsParallel().AsOrdered().Select(static fault => (fault.Off, Specimen: Shrinker.Shrink(fault.Found!.Model, specimens => Interesting.Knows(fault.Off, specimens), 1))).ToList();

        // Each is still a program, which runs as the whole interpreter says and not as the faulty one does.
        var executed = Interesting.Executed([.. shrunk.Select(static s => s.Specimen)]);
        Assert.All(executed, static specimen => Assert.Null(Mutation.FirstRun(specimen, null)));
        Assert.All(executed.Zip(shrunk), static pair => Assert.NotNull(Mutation.FirstRun(pair.First, pair.Second.Off)));
        var lines = shrunk.Select(static s => s.Specimen.Printed.LineCount).Order().ToList();
        output.WriteLine($"Lines: median {lines[lines.Count / 2]}, {string.Join(" ", lines)}");
        output.WriteLine(string.Join("\n", shrunk.Select(static s => $"{s.Off}\n{s.Specimen.Printed.Text}")));
        Assert.True(lines[lines.Count / 2] < 40, string.Join(" ", lines));
    }

    [Fact]
    public void FaultThatOnlyTheExecutionShows_IsShrunkByExecution()
    {
        var found = Measurement.Run.Specimens.First(static specimen => Mutation.FirstRun(specimen, Construct.Texts) is not null);

        var shrunk = Shrinker.Shrink(found.Model, static specimens => Interesting.Disagrees(Construct.Texts, specimens), 60);

        output.WriteLine(shrunk.Printed.Text);
        Assert.True(shrunk.Printed.LineCount < 40, shrunk.Printed.Text);
        Assert.Single(shrunk.Model.Statements().OfType<Use>());
    }

    [Fact]
    public void MissedMisuse_IsShrunkByTheAnalyzer()
    {
        var found = Measurement.Run.Specimens.First(static specimen => specimen.Said.Any(static said => said.Witnesses.Any(static w => w.Kind == WitnessKind.Flow)));

        var shrunk = Shrinker.Shrink(found.Model, static specimens => Interesting.Misses(Silent.Analyzer, WitnessKind.Flow, specimens), 60);

        output.WriteLine(shrunk.Printed.Text);
        Assert.True(shrunk.Printed.LineCount < 40, shrunk.Printed.Text);
    }
}
