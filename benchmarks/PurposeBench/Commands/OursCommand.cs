using PurposeBench.Analyzers;
using PurposeBench.Index;
using PurposeBench.Scoring;

namespace PurposeBench.Commands;

/// <summary>Scores the rules of this repository, as they are.</summary>
internal static class OursCommand
{
    private const string Head =
        """
        What the rules of this repository find of PurposeBench today; [the history](purposebench-history.md) has one row for each change of what they can follow. Measured with `EthicsCrmSideCar`, which is off by default: cases that go through a library are mostly found by it.
        A case that is missed is *told* where the build says of a place in it that it could not judge it (ECRM9001, ECRM9002); the others are missed in silence.

        ```
        dotnet run --project benchmarks/PurposeBench -c Release -- ours --markdown benchmarks/results/purposebench-ours.md
        ```


        """;

    /// <summary>The families of values that go through methods, and through nothing that holds or runs them later.</summary>
    private static readonly string[] Values = ["locals", "strings", "tuples", "refs", "collections", "calls", "patterns", "construction", "cleared"];

    /// <param name="record">What the row in the history is called; null appends none.</param>
    public static int Run(string folder, string? record, FileInfo? markdown, FileInfo? json)
    {
        var findings = CaseBuild.Run(folder, "-p:PurposeBenchAnalyzer=ours");
        if (findings.Count == 0)
            throw new InvalidOperationException("The rules have reported nothing in any case: they did not run.");
        var table = new ScoreTable(Scorer.Match(CaseReader.ReadAll(folder), findings, Contract.Rules, new HashSet<string>(), Contract.Limits), hasLimits: true);
        if (record is not null)
            History.Append(Path.Combine(folder, "..", "results", "purposebench-history.md"), record, table);
        ScoreCommand.Write(table, "Ethics.Crm", markdown, json, Head.ReplaceLineEndings("\n"), "\n## Values through methods\n\n" + table.ToMarkdownApart(Values));
        return 0;
    }
}
