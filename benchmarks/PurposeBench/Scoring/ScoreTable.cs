using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PurposeBench.Scoring;

/// <summary>Scores by family, open and blind cases apart.</summary>
/// <param name="hasLimits">Whether the analyzer has rules by which it says that it could not judge a place.</param>
internal sealed class ScoreTable(IReadOnlyList<CaseResult> results, bool hasLimits = false)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public Score All => Scorer.Of(results);

    public Score Open => Scorer.Of(results.Where(static r => !r.Case.Blind));

    public Score Blind => Scorer.Of(results.Where(static r => r.Case.Blind));

    /// <summary>The last line of a command: figures that a script can read.</summary>
    public string Summary(string analyzer) => string.Create(
        CultureInfo.InvariantCulture,
        $"{analyzer}: recall {All.Recall:P1} (open {Open.Recall:P1}, blind {Blind.Recall:P1}), strict {All.StrictRecall:P1}, precision {All.Precision:P1}, {All.Found}/{All.Violations} violations, {All.FalseAlarms}/{All.Clean} false, {All.NotExpressible} not expressible") + (hasLimits ? string.Create(CultureInfo.InvariantCulture, $", {All.Told} missed but told, {All.Violations - All.Found - All.Told} missed in silence") : "");

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine("| family | violations | found | on the line | clean twins | false alarms | not expressible | recall | strict | precision |" + (hasLimits ? " missed but told | in silence |" : ""))
            .AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |" + (hasLimits ? " --- | --- |" : ""));
        foreach (var family in results.GroupBy(static r => r.Case.Family))
            Row(family.Key, Scorer.Of(family));
        Row("**open**", Open);
        Row("**blind**", Blind);
        Row("**all**", All);
        return text.ToString().ReplaceLineEndings("\n");

        void Row(string name, Score s) => text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {s.Violations} | {s.Found} | {s.Located} | {s.Clean} | {s.FalseAlarms} | {s.NotExpressible} | {Percent(s.Recall, s.Violations)} | {Percent(s.StrictRecall, s.Violations)} | {Percent(s.Precision, s.Found + s.FalseAlarms)} |{(hasLimits ? $" {s.Told} | {s.Violations - s.Found - s.Told} |" : "")}");

        // Of nothing there is no share.
        static string Percent(double share, int of) => of == 0 ? "–" : share.ToString("P0", CultureInfo.InvariantCulture);
    }

    /// <summary>Some families, open and blind cases apart, with their sum and the least of them.</summary>
    public string ToMarkdownApart(IReadOnlyCollection<string> families)
    {
        var chosen = results.Where(r => families.Contains(r.Case.Family)).ToList();
        var text = new StringBuilder("| family | open: found | recall | false alarms | precision | blind: found | recall | false alarms | precision |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        var scores = chosen.GroupBy(static r => r.Case.Family).Select(static family => (Name: family.Key, Open: Scorer.Of(family.Where(static r => !r.Case.Blind)), Blind: Scorer.Of(family.Where(static r => r.Case.Blind)))).ToList();
        foreach (var (name, open, blind) in scores.Append(("**together**", Scorer.Of(chosen.Where(static r => !r.Case.Blind)), Scorer.Of(chosen.Where(static r => r.Case.Blind)))))
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Cells(open)} | {Cells(blind)} |\n");
        if (scores.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"| **least** | {Least(scores.Select(static s => s.Open))} | {Least(scores.Select(static s => s.Blind))} |\n");
        return text.ToString();

        static string Cells(Score s) => string.Create(CultureInfo.InvariantCulture, $"{s.Found}/{s.Violations} | {Share(s.Recall, s.Violations)} | {s.FalseAlarms}/{s.Clean} | {Share(s.Precision, s.Found + s.FalseAlarms)}");

        static string Share(double share, int of) => of == 0 ? "–" : share.ToString("P1", CultureInfo.InvariantCulture);

        // A family without such cases has no share, and is not the least one.
        static string Least(IEnumerable<Score> of)
        {
            var all = of.ToList();
            return $" | {LeastOf(all.Where(static s => s.Violations > 0).Select(static s => s.Recall))} | | {LeastOf(all.Where(static s => s.Found + s.FalseAlarms > 0).Select(static s => s.Precision))}";
        }

        static string LeastOf(IEnumerable<double> shares) => shares.DefaultIfEmpty(double.NaN).Min() is var least && double.IsNaN(least) ? "–" : least.ToString("P1", CultureInfo.InvariantCulture);
    }

    public string ToJson(string analyzer) => JsonSerializer.Serialize(
        new
        {
            Analyzer = analyzer,
            All,
            Open,
            Blind,
            Families = results.GroupBy(static r => r.Case.Family).ToDictionary(static g => g.Key, static g => Scorer.Of(g)),
            Cases = results.Select(static r => new
            {
                r.Case.Id,
                r.Case.Violates,
                r.IsExpressible,
                r.IsLocated,
                r.IsTold,
                Findings = r.Findings.Select(static f => $"{f.Rule} {f.Line}"),
            }),
        },
        Indented) + "\n";
}
