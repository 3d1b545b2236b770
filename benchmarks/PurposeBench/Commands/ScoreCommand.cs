using PurposeBench.Index;
using PurposeBench.Scoring;

namespace PurposeBench.Commands;

/// <summary>Scores whatever analyzer wrote the logs.</summary>
internal static class ScoreCommand
{
    public static int Run(string folder, FileInfo[] logs, string analyzer, string[] rules, FileInfo? markdown, FileInfo? json)
    {
        foreach (var log in logs)
        {
            if (SarifLog.Failures(log.FullName) is { Count: > 0 } failures)
                Console.Error.WriteLine($"warning: '{log.FullName}' tells that an analyzer or a generator did not run ({string.Join(", ", failures)}); what it would have found counts as missed.");
        }

        var findings = logs.SelectMany(log => SarifLog.Read(log.FullName)).ToList();
        var table = new ScoreTable(Scorer.Match(CaseReader.ReadAll(folder), findings, rules, new HashSet<string>()));
        Write(table, analyzer, markdown, json);
        return 0;
    }

    /// <param name="head">What stands above the table, with an empty line behind it.</param>
    /// <param name="foot">What stands below it, with an empty line before it.</param>
    public static void Write(ScoreTable table, string analyzer, FileInfo? markdown, FileInfo? json, string head = "", string foot = "")
    {
        Console.WriteLine(table.ToMarkdown() + foot);
        if (markdown is not null)
            File.WriteAllText(markdown.FullName, $"# {analyzer}\n\n{head}{table.ToMarkdown()}{foot}");
        if (json is not null)
            File.WriteAllText(json.FullName, table.ToJson(analyzer));
        Console.WriteLine(table.Summary(analyzer));
    }
}
