using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using static Ethics.Crm.Soundness.Tests.HandMade;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>Where the figures of a run stand in the summary and on the page. No two of these figures are alike, so that none can stand for another.</summary>
public sealed class PageTests
{
    private static readonly Measurement Run = HandMadeRun();

    [Theory]
    [InlineData("Soundness: 3 programs of seed 7, 41 runs executed, and 42 as printed; 3 programs do something else than the interpreter says, 4 as printed, 5 differ where no label came.")]
    [InlineData("66.7 % misuse something, 50.0 % of these through two methods and the heap.")]
    [InlineData("Missed 10 of 100 (10.0 %): Read 1 of 10 (10.0 %), Helper 2 of 40 (5.0 %), Flow 4 of 30 (13.3 %), Store 3 of 20 (15.0 %).")]
    [InlineData("False alarms 6 of 23 (26.1 %). Programs judged: 1.")]
    public void Figures_StandInTheSummary(string line) => Assert.True(Lines(Publication.Summary(Run)).Contains(line), Publication.Summary(Run));

    [Theory]
    [InlineData("| 3 | 9 | 1 | 66.7 % | 50.0 % | 27 | 36 |")]
    [InlineData("| read in code that declares the wrong purpose (ECRM2001) | 10 | 1 | 10.0 % |")]
    [InlineData("| read in undeclared code that was called for it (ECRM2003) | 40 | 2 | 5.0 % |")]
    [InlineData("| value seen in code for it (ECRM2002) | 30 | 4 | 13.3 % |")]
    [InlineData("| value stored where it may do more (ECRM2007) | 20 | 3 | 15.0 % |")]
    [InlineData("| all | 100 | 10 | 10.0 % |")]
    [InlineData("Programs with at least one miss: 33.3 %.")]
    [InlineData("| 31 | 8 | 23 | 6 | 26.1 % | 7 | 9 |")]
    [InlineData("Besides, at 12 lines a value came into code for a wrong purpose, which did nothing with it: 11 of these are reported. They are neither misuse nor missed, and a report of them is no false alarm.")]
    [InlineData("41 runs of the instrumented programs were executed; 3 programs differ in one. As printed each program runs once, with the first input: 42 runs were executed, 4 differ.")]
    [InlineData("Of 14 observations made twice, with another content of one labelled member, 13 differed, 5 of them where its label had not come.")]
    public void Figures_StandOnThePage(string line) => Assert.True(Lines(Publication.Of(Run, new(Run))).Contains(line), Publication.Of(Run, new(Run)));

    [Fact]
    public void FiguresOfWhatIsFollowed_AreOneLine() =>
        Assert.Equal("Of constructs that are followed: 3 programs from number 0 of seed 7, 4 of 30 flows and 2 of 40 reads in helpers missed, 6 false alarms in 23 reports (26.1 %), 7 misplaced.\n", Publication.Followed(Run));

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>A run of no programs, to which figures are added that no run has.</summary>
    private static Measurement HandMadeRun()
    {
        var run = new Measurement(new(7, 0, 0, Repertoire.Whole), Silent.Analyzer, []);
        ClassModel near = Code("Letters", "marketing", [P], new Use(1, Mail())), right = Code("Desk", "support", [P], new Use(1, Mail()));
        ClassModel giver = Code("Desk", "support", [P, B], Put(Mail())), taker = Code("Letters", "marketing", [B], new Use(1, Held()));
        Local person = new("p", Person), box = new("b", Box);
        var specimen = Specimen.Of(Program([near], new Evaluate(Calls(near, person))));
        run.Tally.Add(specimen);
        run.Tally.Add(Specimen.Of(Program([right], new Evaluate(Calls(right, person)))));
        run.Tally.Add(Specimen.Of(Program([giver, taker], new Evaluate(Calls(giver, person, box)), new Evaluate(Calls(taker, box)))));
        (run.Tally.Executed, run.Tally.ExecutedAsPrinted) = (41, 42);
        run.Tally.Add(new NonInterference.Outcome(14, 13, null));
        foreach (var (failing, times) in new[] { (run.Disagreements, 3), (run.PlainDisagreements, 4), (run.Interferences, 5) })
        {
            for (var i = 0; i < times; i++)
                failing.Add(specimen);
        }

        run.Tally.Add(new Judgement(Witnesses(10, 40, 30, 20), Reports(31), Witnesses(1, 2, 4, 3), Reports(6), Reports(7), Reports(9), Reports(8),
            [.. Enumerable.Repeat(new Touch("Person.Mail", "marketing", 1), 12)], 11));
        return run;
    }

    private static ImmutableArray<Witness> Witnesses(int reads, int helpers, int flows, int stores) =>
        [.. Of(WitnessKind.Read, reads), .. Of(WitnessKind.Helper, helpers), .. Of(WitnessKind.Flow, flows), .. Of(WitnessKind.Store, stores)];

    private static IEnumerable<Witness> Of(WitnessKind kind, int times) => Enumerable.Repeat(new Witness(kind, "Person.Mail", "marketing", 1, [1], [], false), times);

    private static ImmutableArray<Report> Reports(int times) => [.. Enumerable.Repeat(new Report("ECRM2001", 1, ["Person.Mail"], ["marketing"], ""), times)];
}
