using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Printing;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>What a run is asked for, which assertions count for it, and how it is had again.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void NothingGiven_IsTheRunOfEveryBuild()
    {
        var settings = Of("");

        Assert.Equal((Settings.DefaultSeed, 2000, 0), (settings.Seed, settings.Programs, settings.First));
        Assert.True(settings is { IsWhole: true, IsDefault: true });
        Assert.Null(WholeRuns.SkipsFor(settings));
        Assert.Null(WholeRuns.SkipsUnlessDefault(settings));
    }

    /// <summary>The command of the guide: one program can show no frequency, and what speaks of frequencies says that it is skipped.</summary>
    [Theory]
    [InlineData("ETHICS_SEED=7 ETHICS_PROGRAM=4711 ETHICS_PROGRAMS=1", "Here are 1, of 51 constructs.")]
    [InlineData("ETHICS_PROGRAMS=1999", "Here are 1999, of 51 constructs.")]
    [InlineData("ETHICS_CONSTRUCTS=-Texts", "Here are 2000, of 50 constructs.")]
    [InlineData("ETHICS_CONSTRUCTS=Locals", "Here are 2000, of 1 constructs.")]
    public void FewerProgramsOrConstructs_AreNoWholeRun(string variables, string reason)
    {
        var settings = Of(variables);

        Assert.False(settings.IsWhole);
        Assert.EndsWith(reason, WholeRuns.SkipsFor(settings), StringComparison.Ordinal);
        Assert.NotNull(WholeRuns.SkipsUnlessDefault(settings));
    }

    /// <summary>What is followed is asked about in runs of nothing else, too, and not where some of it is missing.</summary>
    [Theory]
    [InlineData("ETHICS_CONSTRUCTS=Followed ETHICS_PROGRAMS=20000", true)]
    [InlineData("ETHICS_CONSTRUCTS=-StoredDelegates", false)]
    [InlineData("ETHICS_CONSTRUCTS=-StaticState", false)]
    [InlineData("ETHICS_CONSTRUCTS=Followed,-Arrays", false)]
    [InlineData("ETHICS_CONSTRUCTS=Followed ETHICS_PROGRAMS=1999", false)]
    public void RunOfWhatIsFollowed_IsOne_WhenAllOfItIsThere(string variables, bool isOne)
    {
        var settings = Of(variables);

        Assert.Equal(isOne, settings.IsWhole);
        Assert.Equal(isOne, settings.IsWholeOfFollowed);
        Assert.Equal(isOne, WholeRuns.SkipsUnlessFollowed(settings) is null);
    }

    [Theory]
    [InlineData("ETHICS_DEEP=1", 0, 20000)]
    [InlineData("ETHICS_DEEP=1 ETHICS_PROGRAM=4000 ETHICS_PROGRAMS=2000", 4000, 2000)]
    [InlineData("ETHICS_DEEP=1 ETHICS_PROGRAM=16000", 16000, 4000)]
    [InlineData("ETHICS_DEEP=objects", 0, 50000)]
    [InlineData("ETHICS_DEEP=objects ETHICS_PROGRAM=48000", 48000, 2000)]
    public void DeepRun_IsOfWhatIsFollowed_AndHasParts(string variables, int first, int programs)
    {
        var settings = Of(variables);

        Assert.True(settings is { Deep: not null, IsDefault: false, Seed: Settings.DefaultSeed });
        Assert.Equal(variables.Contains("objects", StringComparison.Ordinal), settings.Repertoire.IsFollowed);
        Assert.Equal((first, programs), (settings.First, settings.Programs));
        Assert.Null(WholeRuns.SkipsUnlessDeep(settings));
    }

    /// <summary>The nearest opposite: nobody asked, and whoever looks is told how to.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("ETHICS_DEEP=")]
    [InlineData("ETHICS_CONSTRUCTS=Followed ETHICS_PROGRAMS=20000")]
    public void DeepRunThatNobodyAskedFor_SaysHowToAsk(string variables) =>
        Assert.All(DeepRun.Each, run => Assert.Contains($"ETHICS_DEEP={run.Name} ", WholeRuns.SkipsUnlessDeep(Of(variables)), StringComparison.Ordinal));

    /// <summary>The nearest opposite: other programs, or more, are held to all bounds; only the published figures are not theirs.</summary>
    [Theory]
    [InlineData("ETHICS_SEED=7")]
    [InlineData("ETHICS_PROGRAM=2000")]
    [InlineData("ETHICS_PROGRAMS=100000")]
    public void OtherProgramsOrMore_AreAWholeRun(string variables)
    {
        Assert.True(Of(variables) is { IsWhole: true, IsDefault: false });
        Assert.Null(WholeRuns.SkipsFor(Of(variables)));
    }

    [Theory]
    [InlineData("ETHICS_SEED=7")]
    [InlineData("ETHICS_SEED=7 ETHICS_PROGRAM=4000 ETHICS_PROGRAMS=1000 ETHICS_CONSTRUCTS=-Async,-Scopes")]
    public void CommandThatRepeats_MakesTheSameProgram(string variables)
    {
        var settings = Of(variables);

        var command = settings.Repeats(4711);

        Assert.StartsWith("ETHICS_SEED=7 ETHICS_PROGRAM=4711 ETHICS_PROGRAMS=1 ", command, StringComparison.Ordinal);
        Assert.EndsWith(" dotnet test tests/Ethics.Crm.Soundness.Tests", command, StringComparison.Ordinal);
        var repeated = Of(command[..command.IndexOf(" dotnet", StringComparison.Ordinal)]);
        Assert.Equal((1, 4711), (repeated.Programs, repeated.First));
        Assert.Equal(Text(settings, 4711), Text(repeated, 4711));
        Assert.NotEqual(Text(Of(""), 4711), Text(repeated, 4711));
    }

    /// <summary>The variable is that of all laws, for which FsCheck prints more than one number.</summary>
    [Theory]
    [InlineData("7", 7)]
    [InlineData("7,13,40", 7)]
    public void SeedOfALaw_IsOneHere(string seed, ulong expected) => Assert.Equal(expected, Of("ETHICS_SEED=" + seed).Seed);

    [Fact]
    public void RandomSeed_IsAnotherOne_AndNamed()
    {
        var (first, second) = (Of("ETHICS_SEED=random"), Of("ETHICS_SEED=random"));

        Assert.NotEqual(first.Seed, second.Seed);
        Assert.StartsWith($"ETHICS_SEED={first.Seed} ", first.RepeatsAll, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ETHICS_SEED=seven", "ETHICS_SEED is 'seven'")]
    [InlineData("ETHICS_PROGRAMS=0", "ETHICS_PROGRAMS is '0', and has to be a number from 1 to 2147483647.")]
    [InlineData("ETHICS_PROGRAM=-1", "ETHICS_PROGRAM is '-1', and has to be a number from 0 to 2147483647.")]
    [InlineData("ETHICS_PROGRAMS=2147483648", "ETHICS_PROGRAMS is '2147483648', and has to be a number from 1 to 2147483647.")]
    [InlineData("ETHICS_PROGRAM=2147483647 ETHICS_PROGRAMS=1", "ETHICS_PROGRAM is 2147483647 and ETHICS_PROGRAMS 1, and they have to be 2147483647 together at most.")]
    [InlineData("ETHICS_PROGRAM=2147483640", "ETHICS_PROGRAM is 2147483640 and ETHICS_PROGRAMS 2000, ")]
    [InlineData("ETHICS_DEEP=yes", "ETHICS_DEEP is 'yes', and has to be 1, objects, or nothing.")]
    [InlineData("ETHICS_DEEP=1 ETHICS_PROGRAM=100", "ETHICS_PROGRAM is 100 and ETHICS_PROGRAMS 19900, and the deep run is of parts of 2000, up to 20000.")]
    [InlineData("ETHICS_DEEP=1 ETHICS_PROGRAM=20000", "ETHICS_PROGRAM is 20000 and ETHICS_PROGRAMS 1, and the deep run is of parts of 2000, up to 20000.")]
    [InlineData("ETHICS_DEEP=objects ETHICS_PROGRAM=50000", "ETHICS_PROGRAM is 50000 and ETHICS_PROGRAMS 1, and the deep run is of parts of 2000, up to 50000.")]
    [InlineData("ETHICS_DEEP=1 ETHICS_PROGRAMS=22000", "ETHICS_PROGRAM is 0 and ETHICS_PROGRAMS 22000, and the deep run is of parts of 2000, up to 20000.")]
    [InlineData("ETHICS_CONSTRUCTS=locals", "ETHICS_CONSTRUCTS has 'locals', and has to have names of constructs, as they are written here: Locals, Assignments, ")]
    [InlineData("ETHICS_CONSTRUCTS=Locals,-Locls", "ETHICS_CONSTRUCTS has 'Locls', ")]
    [InlineData("ETHICS_CONSTRUCTS=7", "ETHICS_CONSTRUCTS has '7', ")]
    [InlineData("ETHICS_CONSTRUCTS=-7", "ETHICS_CONSTRUCTS has '7', ")]
    [InlineData("ETHICS_CONSTRUCTS=Locals,99", "ETHICS_CONSTRUCTS has '99', ")]
    [InlineData("ETHICS_CONSTRUCTS=-", "ETHICS_CONSTRUCTS has '', ")]
    public void SettingThatMakesNoRun_IsRefusedInWords(string variables, string reason) =>
        Assert.StartsWith(reason, Assert.Throws<ArgumentException>(() => Of(variables)).Message, StringComparison.Ordinal);

    /// <summary>The nearest opposite: the last program that has a number.</summary>
    [Fact]
    public void LastProgram_CanBeAskedFor() => Assert.Equal(int.MaxValue - 1, Of("ETHICS_PROGRAM=2147483646 ETHICS_PROGRAMS=1").First);

    private static string Text(Settings settings, int number) => Printer.Print(ProgramGen.Program(settings.Seed, number, settings.Repertoire)).Text;

    private static Settings Of(string variables)
    {
        var given = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static variable => variable.Split('=', 2)).ToDictionary(static v => v[0], static v => v[1], StringComparer.Ordinal);
        return Settings.Of(given.GetValueOrDefault);
    }
}
