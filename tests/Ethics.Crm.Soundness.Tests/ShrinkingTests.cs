using Ethics.Crm.Soundness.Tests.Generation;
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
    [WholeRunFact]
    public void ProgramsThatFindAFault_ShrinkBelowFortyLinesInTheMedian()
    {
        var shrunk = Faults.Planted.Shrunk;

        output.WriteLine($"Lines: median {Faults.Planted.MedianLines}, {string.Join(" ", shrunk.Select(static s => s.Specimen.Printed.LineCount).Order())}");
        output.WriteLine(string.Join("\n", shrunk.Select(static s => $"{s.Off}\n{s.Specimen.Printed.Text}")));
        Assert.True(Faults.Planted.MedianLines is < 40, $"{Faults.Planted.MedianLines} lines\n{Settings.Given.RepeatsAll}");
    }

    /// <summary>Each is still a program, which runs as the whole interpreter says and not as the faulty one does.</summary>
    [Fact]
    public void ShrunkPrograms_StillFindTheirFault()
    {
        var shrunk = Faults.Planted.Shrunk;

        var executed = Interesting.Executed([.. shrunk.Select(static s => s.Specimen)]);

        Expect.Nothing(executed.Zip(shrunk).Where(static pair => Mutation.FirstRun(pair.First, null) is not null || Mutation.FirstRun(pair.First, pair.Second.Off) is null)
            .Select(static pair => Measurement.Run.Failure(Faults.Planted.Found[pair.Second.Off].Number, $"{pair.Second.Off} is not what fails any more.", pair.First)));
    }

    /// <summary>Nothing more can be taken from them in one step.</summary>
    [Fact]
    public void ShrunkPrograms_CannotBeMadeSmaller() => Expect.Nothing(Faults.Planted.Shrunk
        .Where(static shrunk => !ReferenceEquals(Shrinker.Shrink(shrunk.Specimen, specimens => Interesting.Knows(shrunk.Off, specimens), 1), shrunk.Specimen))
        .Select(static shrunk => Measurement.Run.Failure(Faults.Planted.Found[shrunk.Off].Number, $"{shrunk.Off} is found by less.", shrunk.Specimen)));

    [Fact]
    public void FaultThatOnlyTheExecutionShows_IsShrunkByExecution()
    {
        var found = First(static specimen => Interesting.Knows(Construct.Texts, [specimen])[0]);

        var shrunk = Shrinker.Shrink(Specimen.Of(found.Model, found.Number, Construct.Texts), Interesting.Disagrees, 60);

        output.WriteLine(shrunk.Printed.Text);
        Assert.True(shrunk.Printed.LineCount < 40, $"{Whole.Repeats(found.Number)}\n{shrunk.Printed.Text}");
        Assert.Single(shrunk.Model.Statements().OfType<Use>());
    }

    [Fact]
    public void MissedMisuse_IsShrunkByTheAnalyzer()
    {
        var found = First(static specimen => specimen.Said.Any(static said => said.Witnesses.Any(static w => w.Kind == WitnessKind.Flow)));

        var shrunk = Shrinker.Shrink(found, static specimens => Interesting.Breaks(Bound.Tells(WitnessKind.Flow), Silent.Analyzer, specimens), 60);

        output.WriteLine(shrunk.Printed.Text);
        Assert.True(shrunk.Printed.LineCount < 40, $"{Whole.Repeats(found.Number)}\n{shrunk.Printed.Text}");
    }

    // Always these programs, whatever the run is made of: a fault has to be there to be shrunk, and one program of a random run may need more lines than most.
    private static readonly Settings Whole = new(Settings.DefaultSeed, Settings.DefaultPrograms, 0, Repertoire.Whole);

    private static Specimen First(Func<Specimen, bool> isIt) => Enumerable.Range(0, Settings.DefaultPrograms).Select(static number => Specimen.Generate(Whole, number)).First(isIt);
}
