using System.Globalization;

namespace PurposeBench.Scoring;

/// <summary>How the rules of this repository did over time. A row is appended, never changed.</summary>
internal static class History
{
    private const string Head =
        """
        # PurposeBench: the rules of this repository over time

        One row for each change of what the analysis can follow, appended by the program and never rewritten:

        ```
        dotnet run --project benchmarks/PurposeBench -c Release -- ours --record "WHAT CHANGED"
        ```

        | what changed | day | cases | recall | open | blind | on the line | precision | false alarms |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |

        """;

    public static void Append(string file, string label, ScoreTable table)
    {
        if (!File.Exists(file))
            File.WriteAllText(file, Head.ReplaceLineEndings("\n"));
        var all = table.All;
        File.AppendAllText(file, string.Create(
            CultureInfo.InvariantCulture,
            $"| {label.Replace("|", "\\|")} | {DateTime.UtcNow:yyyy-MM-dd} | {all.Violations + all.Clean + all.NotExpressible} | {all.Recall:P1} ({all.Found}/{all.Violations}) | {table.Open.Recall:P1} | {table.Blind.Recall:P1} | {all.StrictRecall:P1} | {all.Precision:P1} | {all.FalseAlarms}/{all.Clean} |\n"));
    }
}
