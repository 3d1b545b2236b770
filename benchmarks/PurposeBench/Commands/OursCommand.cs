using PurposeBench.Analyzers;
using PurposeBench.Index;
using PurposeBench.Scoring;

namespace PurposeBench.Commands;

/// <summary>Scores the rules of this repository, as they are.</summary>
internal static class OursCommand
{
    /// <summary>What says that data is used against its purposes; gaps, and what is missing at run time, are other statements.</summary>
    private static readonly string[] Rules = ["ECRM1110", "ECRM1111", "ECRM2001", "ECRM2002", "ECRM2003", "ECRM2004", "ECRM2006", "ECRM2007", "ECRM3"];

    /// <param name="record">What the row in the history is called; null appends none.</param>
    public static int Run(string folder, string? record, FileInfo? markdown, FileInfo? json)
    {
        var findings = CaseBuild.Run(folder, "-p:PurposeBenchAnalyzer=ours").SelectMany(SarifLog.Read).ToList();
        var table = new ScoreTable(Scorer.Match(CaseReader.ReadAll(folder), findings, Rules, new HashSet<string>()));
        if (record is not null)
            History.Append(Path.Combine(folder, "..", "results", "purposebench-history.md"), record, table);
        ScoreCommand.Write(table, "Ethics.Crm", markdown, json);
        return 0;
    }
}
