using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ethics.Crm.Benchmarks.Binding;

/// <summary>What it costs that services run for what they declare, as ratios of one run.</summary>
public static class BindingReport
{
    public static string ToMarkdown(Interleaved calls, Rounds first, Rounds later)
    {
        var text = new StringBuilder();
        text.AppendLine("# Cost of binding services").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine("dotnet run -c Release --project benchmarks/Ethics.Crm.Benchmarks -- binding --write-results").AppendLine("```").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}. {BindingCases.Calls} calls of a service that does next to nothing, cases in turn; of each the run that one in a hundred undercuts. A start with {ProgramStart.Services} services, of which a hundred declare a purpose, from the first registration until each has been made once: the first of a process of its own, {first.Count} processes of each kind in turn; and later ones in one process, {later.Count} rounds of {LaterStarts.OfRound} of each in turn. A start happens once in a process, so the first one is what a program pays. Of starts the ratio is that of the medians.").AppendLine();
        text.AppendLine("| ratio | target | measured | |").AppendLine("| --- | --- | --- | --- |");
        AtMost("a bound call / a wrapper by hand that opens the scope", calls.Ratio("Bound", "HandWritten"), 1.1);
        AtMost("the same of a task", calls.Ratio("BoundAsync", "HandWrittenAsync"), 1.1);
        AtMost("a bound call / a Castle interceptor that opens the scope", calls.Ratio("Bound", "Intercepted"), 1);
        AtMost("first start of a process with binding / without", first.Ratio, 1.2);
        AtMost("later starts in one process with binding / without", later.Ratio, 1.2);
        text.AppendLine();
        text.AppendLine("| start | without, µs: least, median, most | with | ratio of a round: least, median, most |").AppendLine("| --- | --- | --- | --- |");
        Start("first of a process", first);
        Start("later", later);
        text.AppendLine();
        text.AppendLine("| measured | least, ns a call | bytes a call |").AppendLine("| --- | --- | --- |");
        foreach (var name in calls.Names)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {calls.Least(name) / BindingCases.Calls:0.#} | {calls.Bytes(name) / BindingCases.Calls} |");
        return text.ToString().ReplaceLineEndings("\n");

        void Start(string what, Rounds rounds) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {rounds.Without.ToTextWithMedian("0")} | {rounds.With.ToTextWithMedian("0")} | {rounds.Ratios.ToTextWithMedian("0.00")} |");

        void AtMost(string what, double ratio, double target) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | ≤ {target:0.##} | {ratio:0.##} | {(ratio <= target ? "met" : "**missed**")} |");
    }
}
