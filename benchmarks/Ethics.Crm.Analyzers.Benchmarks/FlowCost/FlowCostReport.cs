using System.Globalization;
using System.Text;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowCost;

/// <summary>The page of the figures.</summary>
internal sealed class FlowCostReport(Dictionary<Variant, Build> builds, Sources sources, IReadOnlyList<TimedRun> timed, IReadOnlyList<TimedRun> dense, int rounds, string load, string[] options)
{
    public string Text()
    {
        var text = new StringBuilder();
        text.AppendLine("# Cost of following values").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine("dotnet run -c Release --project benchmarks/Ethics.Crm.Analyzers.Benchmarks -- " + string.Join(" ", options.Prepend("flow-cost"))).AppendLine("```").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"A generated CRM of {sources.Lines:N0} lines in {sources.Files} files: modules, each with a kind of entity that has labelled members, DTOs and their mapping, repositories and services behind interfaces, asynchronous handlers, billing, import and export, statistics, pipelines, schedules and campaigns; and with kinds that are about nobody. How dense it is beside real programs is [counted](density.md). In each module the campaign of one entity gets an e-mail address that it must not have, at the end of a way through five methods; the run fails unless every one of them is told, and nothing else.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"The compiler's own process with the arguments of `dotnet build`, a new one for each compilation; {rounds} rounds, variants interleaved, minima compared. Ours: analyzers and generators as built from this tree, with a policy.").AppendLine();
        text.AppendLine("| processor time of the whole process | ratio | asked |").AppendLine("| --- | --- | --- |");
        text.AppendLine($"| **every module labelled / the SDK's analyzers alone** | **{Ratio(Variant.Ours, Variant.Base)}** | ≤ 1.12 |");
        text.AppendLine($"| **gate closed (no purpose data) / the SDK's analyzers alone** | **{Ratio(Variant.Closed, Variant.Plain)}** | ≤ 1.03 |");
        text.AppendLine($"| the SDK's analyzers / the same once more (what the measurement itself is worth) | {Ratio(Variant.BaseAgain, Variant.Base)} | |").AppendLine();
        text.AppendLine("| variant | least, s | median, s | peak memory, MiB | of its base |").AppendLine("| --- | --- | --- | --- | --- |");
        foreach (var (variant, build) in builds)
            text.AppendLine($"| {variant.Name} | {Number(build.Best.TotalSeconds)} | {Number(build.Median.TotalSeconds)} | {Number(build.Memory / 1048576d, "0")} | {Number((double)build.Memory / builds[variant.IsLabelled ? Variant.Base : Variant.Plain].Memory)} |");
        text.AppendLine().AppendLine("## Direct cost").AppendLine();
        text.AppendLine(Direct(timed, dense));
        text.AppendLine(CultureInfo.InvariantCulture, $"{Places.Machine}; load after each round: {load}.");
        return text.ToString().ReplaceLineEndings("\n");
    }

    public static string Direct(IReadOnlyList<TimedRun> timed, IReadOnlyList<TimedRun> dense)
    {
        var median = Median(timed);
        var text = new StringBuilder();
        text.AppendLine("Processor time of the threads inside our callbacks, over the rest of the same process. Each callback is timed by a benchmark's own analyzer that runs ours; what looking at the clock takes is taken off. Generators, collector and dispatch are not in it.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"**{Percent(median.Share)}** (asked: ≤ 6 %), the median of {timed.Count} runs: {string.Join(", ", timed.Select(static run => Percent(run.Share)))}.").AppendLine();
        text.AppendLine("| of the rest of the process | | calls | ms |").AppendLine("| --- | --- | --- | --- |");
        foreach (var phase in median.Callbacks.GroupBy(static one => one.Phase).OrderByDescending(static phase => phase.Sum(static one => one.Nanoseconds)))
            text.AppendLine(CultureInfo.InvariantCulture, $"| {phase.Key} | {Percent(phase.Sum(static one => one.Nanoseconds) / median.Rest)} | {phase.Sum(static one => one.Count):N0} | {phase.Sum(static one => one.Nanoseconds) / 1e6:N0} |");
        text.AppendLine().AppendLine(Figures(median));
        if (dense.Count > 0)
        {
            text.AppendLine().AppendLine("### Where all is about people").AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"The same modules without the kinds that are about nobody, as many lines: far more labelled reads than in the real programs that were counted. **{Percent(Median(dense).Share)}**, the median of {dense.Count} runs: {string.Join(", ", dense.Select(static run => Percent(run.Share)))}. {Figures(Median(dense))}");
        }

        return text.ToString();
    }

    private static TimedRun Median(IReadOnlyList<TimedRun> runs) => runs.OrderBy(static run => run.Share).ElementAt(runs.Count / 2);

    private static string Figures(TimedRun run) => string.Join(" · ", run.Figures.Select(static figure => $"{Words(figure.Key)}: {figure.Value.ToString("N0", CultureInfo.InvariantCulture)}")) + ".";

    private static string Words(string name) => name switch
    {
        "Methods" => "methods followed",
        "Runs" => "times that one was walked",
        "Blocks" => "basic blocks walked",
        "BoundAgain" => "bodies bound again",
        "Found" => "misuses found",
        "GivenUp" => "methods given up",
        _ => name,
    };

    private string Ratio(Variant above, Variant below) => Number(builds[above].Best / builds[below].Best);

    private static string Number(double value, string format = "0.00") => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
