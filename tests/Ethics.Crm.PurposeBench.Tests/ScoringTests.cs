using PurposeBench.Index;
using PurposeBench.Scoring;

namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>Findings against cases, on cases made for the test.</summary>
public sealed class ScoringTests
{
    private static readonly HashSet<string> Everything = [];

    private static readonly BenchCase Violation = new()
    {
        Id = "locals/01-copy", Family = "locals", Blind = false, Violates = true, Channel = "newsletter", Source = "Customer.Email", ByDifference = false, Why = "w", Namespace = "N1",
        Files = ["Cases/locals/01-copy.cs", "Library/locals/01-copy.cs"], Expected = [new ExpectedFinding("Cases/locals/01-copy.cs", 7, "ECRM2002")],
    };

    private static readonly BenchCase Twin = Violation with { Id = "locals/02-other", Violates = false, Files = ["Cases/locals/02-other.cs"], Expected = [], Namespace = "N2", Blind = true };

    [Fact]
    public void FindingOnTheMarkedLine_IsFoundAndLocated() => Assert.Equal(new Score(1, 1, 1, 1, 0, 0), Of(new Finding("X1", "file:///c:/x/Cases/locals/01-copy.cs", 7)));

    [Fact]
    public void FindingOnAnotherLine_IsFoundAndNotLocated() => Assert.Equal(new Score(1, 1, 0, 1, 0, 0), Of(new Finding("X1", "Cases/locals/01-copy.cs", 8)));

    [Fact]
    public void FindingInTheLibraryHalf_IsFound() => Assert.Equal(new Score(1, 1, 0, 1, 0, 0), Of(new Finding("X1", "/x/Library/locals/01-copy.cs", 7)));

    [Fact]
    public void FindingInATwin_IsAFalseAlarm()
    {
        var score = Of(new Finding("X1", "Cases/locals/02-other.cs", 1));
        Assert.Equal(new Score(1, 0, 0, 1, 1, 0), score);
        Assert.Equal(0, score.Precision);
    }

    [Fact]
    public void SameFileNameInAnotherFamily_IsNoHit() => Assert.Equal(new Score(1, 0, 0, 1, 0, 0), Of(new Finding("X1", "Cases/xlocals/01-copy.cs", 7)));

    [Fact]
    public void NothingReported_IsPreciseAndFindsNothing()
    {
        var score = Of();
        Assert.Equal((1d, 0d), (score.Precision, score.Recall));
    }

    [Fact]
    public void RulesThatDoNotCount_AreLeftOut() =>
        Assert.Equal(0, Scorer.Of(Scorer.Match([Violation], [new Finding("CA1000", "Cases/locals/01-copy.cs", 7)], ["SCS"], Everything)).Found);

    [Fact]
    public void CaseThatCannotBeExpressed_IsCountedApart() =>
        Assert.Equal(new Score(0, 0, 0, 1, 0, 1), Scorer.Of(Scorer.Match([Violation, Twin], [], [], new HashSet<string> { Violation.Id })));

    [Theory]
    [InlineData("L1", "Cases/locals/01-copy.cs", 1)]
    [InlineData("L2", "Cases/locals/01-copy.cs", 0)]
    [InlineData("L1", "Cases/locals/02-other.cs", 0)]
    public void MissInAFileThatCouldNotBeJudged_IsTold(string rule, string file, int told)
        => Assert.Equal(new Score(1, 0, 0, 1, 0, 0) { Told = told }, Scorer.Of(Scorer.Match([Violation, Twin], [new Finding(rule, file, 1)], ["X1"], Everything, ["L1"])));

    [Fact]
    public void CaseThatIsFound_IsNotTold()
        => Assert.Equal(new Score(1, 1, 1, 1, 0, 0), Scorer.Of(Scorer.Match([Violation, Twin], [new Finding("X1", "Cases/locals/01-copy.cs", 7), new Finding("L1", "Cases/locals/01-copy.cs", 1)], ["X1"], Everything, ["L1"])));

    [Fact]
    public void TableOfAnAnalyzerWithLimits_TellsWhatIsMissedInSilence()
    {
        var table = new ScoreTable(Scorer.Match([Violation, Twin], [], ["X1"], Everything, ["L1"]), hasLimits: true);
        Assert.Contains("| locals | 1 | 0 | 0 | 1 | 0 | 0 | 0 % | 0 % | – | 0 | 1 |\n", table.ToMarkdown(), StringComparison.Ordinal);
        Assert.EndsWith(", 0 missed but told, 1 missed in silence", table.Summary("x"), StringComparison.Ordinal);
    }

    [Fact]
    public void BlindAndOpen_AreScoredApart()
    {
        var table = new ScoreTable(Scorer.Match([Violation, Twin], [new Finding("X1", "Cases/locals/02-other.cs", 1)], [], Everything));
        Assert.Equal(new Score(1, 0, 0, 0, 0, 0), table.Open);
        Assert.Equal(new Score(0, 0, 0, 1, 1, 0), table.Blind);
    }

    [Fact]
    public void Table_TellsSharesByFamily()
    {
        var table = new ScoreTable(Scorer.Match([Violation, Twin], [new Finding("X1", "Cases/locals/01-copy.cs", 8), new Finding("X1", "Cases/locals/02-other.cs", 1)], [], Everything));
        Assert.Contains("| locals | 1 | 1 | 0 | 1 | 1 | 0 | 100 % | 0 % | 50 % |\n", table.ToMarkdown(), StringComparison.Ordinal);
        // Of what is not there, there is no share: no blind violation, no finding in open cases but one.
        Assert.Contains("| **blind** | 0 | 0 | 0 | 1 | 1 | 0 | – | – | 0 % |\n", table.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void SomeFamilies_AreToldOpenAndBlindApart_WithTheirLeast()
    {
        var table = new ScoreTable(Scorer.Match([Violation, Twin], [new Finding("X1", "Cases/locals/01-copy.cs", 8), new Finding("X1", "Cases/locals/02-other.cs", 1)], [], Everything));
        Assert.EndsWith(
            "| locals | 1/1 | 100.0 % | 0/0 | 100.0 % | 0/0 | – | 1/1 | 0.0 % |\n| **together** | 1/1 | 100.0 % | 0/0 | 100.0 % | 0/0 | – | 1/1 | 0.0 % |\n| **least** |  | 100.0 % | | 100.0 % |  | – | | 0.0 % |\n",
            table.ToMarkdownApart(["locals", "strings"]).Replace("\u00a0", " "),
            StringComparison.Ordinal);
        Assert.DoesNotContain("| locals |", table.ToMarkdownApart(["strings"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Log_IsReadWithoutWhatIsSuppressed()
    {
        using var log = new TemporaryFile(
            """
            { "version": "2.1.0", "runs": [ { "results": [
              { "ruleId": "A1", "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "file:///x/Cases/a%20b.cs" }, "region": { "startLine": 3 } } } ] },
              { "ruleId": "A2", "suppressions": [ { "kind": "inSource" } ], "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "file:///x/c.cs" }, "region": { "startLine": 4 } } } ] },
              { "ruleId": "A3" } ] } ] }
            """);
        Assert.Equal([new Finding("A1", "file:///x/Cases/a b.cs", 3)], SarifLog.Read(log.Path));
    }

    /// <summary>What kept an analyzer from looking has no place in the source, and is no finding of it.</summary>
    [Theory]
    [InlineData("CS8032", true)]
    [InlineData("CS8785", true)]
    [InlineData("AD0001", true)]
    [InlineData("CS0169", false)]
    public void AnalyzerThatDidNotRun_IsTold(string rule, bool isFailure)
    {
        using var log = new TemporaryFile($$"""{ "version": "2.1.0", "runs": [ { "results": [ { "ruleId": "{{rule}}" } ] } ] }""");
        Assert.Equal(isFailure ? [rule] : [], SarifLog.Failures(log.Path));
        Assert.Empty(SarifLog.Read(log.Path));
    }

    [Theory]
    [InlineData("{ }")]
    [InlineData("no json")]
    public void FileThatIsNoLog_IsNamed(string text)
    {
        using var log = new TemporaryFile(text);
        Assert.Contains(log.Path, Assert.Throws<InvalidDataException>(() => SarifLog.Read(log.Path).ToList()).Message, StringComparison.Ordinal);
    }

    private static Score Of(params Finding[] findings) => Scorer.Of(Scorer.Match([Violation, Twin], findings, [], Everything));

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
