using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Ethics.Crm.Benchmarks;

namespace Ethics.Crm.AspNetCore.Benchmarks;

/// <summary>What a purpose costs a request, as ratios of the same run.</summary>
internal static class WebReport
{
    public static string ToMarkdown(IReadOnlyList<WebRun> runs)
    {
        var text = new StringBuilder();
        text.AppendLine("# Cost of a purpose in ASP.NET Core").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine("dotnet run -c Release --project benchmarks/Ethics.Crm.AspNetCore.Benchmarks -- --write-results").AppendLine("```").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}. The same application with and without Ethics.Crm, each on Kestrel, asked over one loopback connection, and without sockets (\"pipeline alone\"). Ratios are of one process, of the minima of {Requests.Turns} turns of {Requests.OfATurn} requests, taken by turns. {runs.Count} processes measured one after the other, because sockets on few processors make the same ratio differ by some hundredths from one process to the next: what counts is the median, and beside it stand the least and the most. The microseconds, medians of those of the processes, only say what size of thing is compared.").AppendLine();
        text.AppendLine("| ratio | target | measured | | of processes |").AppendLine("| --- | --- | --- | --- | --- |");
        AtMost("trivial endpoint with purpose / without Ethics.Crm", WebRun.TrivialForPurpose, WebRun.Trivial, 1.10);
        AtMost("endpoint that queries SQLite with purpose / without Ethics.Crm", WebRun.SqliteForPurpose, WebRun.Sqlite, 1.02);
        Told("the same with a guarded model, whose members the serialiser reads", WebRun.SqliteGuarded, WebRun.Sqlite);
        Told("trivial endpoint without purpose in an application that has others / without Ethics.Crm", WebRun.TrivialBesidePurpose, WebRun.Trivial);
        Told("pipeline alone, trivial endpoint with purpose / without Ethics.Crm", WebRun.PipelineTrivialForPurpose, WebRun.PipelineTrivial);
        Told("pipeline alone, SQLite with purpose / without Ethics.Crm", WebRun.PipelineSqliteForPurpose, WebRun.PipelineSqlite);
        text.AppendLine().AppendLine("| measured | µs, least | µs, median |").AppendLine("| --- | --- | --- |");
        foreach (var name in runs[0].Cases.Keys)
            text.AppendLine($"| {name} | {Number(Of(run => run.Cases[name].Least).Median)} | {Number(Of(run => run.Cases[name].Median).Median)} |");
        return text.ToString().ReplaceLineEndings("\n");

        Spread Of(Func<WebRun, double> number) => new([.. runs.Select(number)]);
        void Told(string what, string one, string other) => Line(what, "", Of(run => run.Ratio(one, other)), "");

        void AtMost(string what, string one, string other, double target)
        {
            var ratio = Of(run => run.Ratio(one, other));
            Line(what, $"≤ {Number(target)}", ratio, ratio.Median <= target ? "met" : "**missed**");
        }

        void Line(string what, string target, Spread ratio, string verdict) => text.AppendLine($"| {what} | {target} | {Number(ratio.Median)} | {verdict} | {ratio.ToText("0.00")} |");
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
