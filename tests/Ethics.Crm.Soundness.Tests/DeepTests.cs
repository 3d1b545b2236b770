using System.Reflection;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>Many times as many programs of what is followed as every build has, when they are asked for; and in every build their pages.</summary>
public sealed class DeepTests(ITestOutputHelper output)
{
    private static readonly string Results = Path.Combine(
        typeof(DeepTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!, "benchmarks/results");

    private static string PathOf(DeepRun deep) => Path.Combine(Results, deep.Page);

    public static TheoryData<string> Runs() => [.. DeepRun.Each.Select(static run => run.Name)];

    /// <summary>Writes the page when it is asked to, also where something is missed, and never otherwise.</summary>
    [DeepRunFact]
    public void ProgramsOfWhatIsFollowed_MissNothing_AndAtMostFiveOfAHundredReportsAreFalse()
    {
        var deep = Settings.Given.Deep!;
        List<string> failures = [];
        List<DeepPart> parts = [];
        for (var first = Settings.Given.First; first < Settings.Given.First + Settings.Given.Programs; first += DeepPart.Size)
        {
            var run = new Measurement(Settings.Given with { First = first, Programs = DeepPart.Size }, Rules.Present, DeepPart.Bounds);
            parts.Add(DeepPart.Of(run));
            failures.AddRange(run.Crashes.Concat(Failures.Disagreements(run)).Concat(Failures.PlainDisagreements(run)).Concat(Failures.Interferences(run)).Concat(DeepPart.Bounds.SelectMany(bound => Failures.Of(run, bound))).Take(5));
            // After each, because one that is broken off has told something as well.
            if (Environment.GetEnvironmentVariable("ETHICS_WRITE_RESULTS") == "1")
                File.WriteAllText(PathOf(deep), DeepPage.With(deep, File.Exists(PathOf(deep)) ? File.ReadAllText(PathOf(deep)) : "", parts));
        }

        output.WriteLine(DeepPage.Of(deep, parts));
        Expect.Nothing(failures.Count == 0 ? [] : [string.Join("\n\n", failures)]);
        Assert.True(DeepPart.Sum(parts) is var all && all.FalseAlarms <= 0.05 * all.Reports, DeepPage.Of(deep, parts));
    }

    /// <summary>Every program up to the last one that was run, once; the page says how many were asked for.</summary>
    [Theory, MemberData(nameof(Runs))]
    public void PublishedPage_LeavesNoProgramOut_AndKeepsTheBounds(string run)
    {
        var deep = DeepRun.Of(run)!;
        var page = File.ReadAllText(PathOf(deep)).ReplaceLineEndings("\n");

        var parts = DeepPage.Parts(page);

        Assert.Equal(page, DeepPage.Of(deep, parts));
        Assert.Equal(Enumerable.Range(0, Math.Max(deep == DeepRun.Values ? 5 : 1, parts.Count)).Select(static part => (part * DeepPart.Size, DeepPart.Size)), parts.Select(static part => (part.First, part.Programs)));
        var all = DeepPart.Sum(parts);
        Assert.Equal((0, 0), (all.Missed, all.Differing));
        Assert.True(all.Flows >= all.Programs / 4 && all.Helpers >= all.Programs / 100, page);
        Assert.True(all.FalseAlarms <= 0.05 * all.Reports, page);
        Assert.All(parts, static part => Assert.Matches("^[0-9a-f]{9}$", part.Commit));
    }

    /// <summary>No two figures are alike, so that none can stand for another.</summary>
    [Fact]
    public void PartThatIsRunAgain_StandsInPlaceOfTheSameOfAnotherDay_AndTheOthersStay()
    {
        DeepPart first = new(0, 2000, "0123456789"[..9], 11, 12, 1, 13, 2, 14, 3, 16, 7, 100, 4, 5), second = first with { First = 2000, Flows = 20, MissedFlows = 6 }, again = first with { Commit = "abcdef012", Flows = 15, MissedFlows = 0 };

        var page = DeepPage.With(DeepRun.Objects, DeepPage.Of(DeepRun.Objects, [first, second]), [again]);

        Assert.Equal([again, second], DeepPage.Parts(page));
        Assert.Contains("| 4000 | 35 | **6** | 26 | **4** | 24 | **2** | 32 | **14** | 200 | 8 (**4.0 %**) | 10 | 22 |", page.Split('\n'));
        Assert.Contains("| 0 | 2000 | abcdef012 | 15 | 0 | 13 | 2 | 12 | 1 | 16 | 7 | 100 | 4 | 4.0 % | 5 | 11 |", page.Split('\n'));
    }
}
