using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ethics.Crm.Benchmarks.Binding;

/// <summary>What it costs that services run for what they declare, as ratios of one run.</summary>
public static class BindingReport
{
    public static string ToMarkdown(Interleaved calls, Interleaved starts)
    {
        var text = new StringBuilder();
        text.AppendLine("# Cost of binding services").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine("dotnet run -c Release --project benchmarks/Ethics.Crm.Benchmarks -- binding --write-results").AppendLine("```").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}. {BindingCases.Calls} calls of a service that does next to nothing; a start with {BindingCases.Services} services, of which a hundred declare a purpose, until each has been made once. Cases in turn; of each the run that one in a hundred undercuts.").AppendLine();
        text.AppendLine("| ratio | target | measured | |").AppendLine("| --- | --- | --- | --- |");
        AtMost("a bound call / a wrapper by hand that opens the scope", calls.Ratio("Bound", "HandWritten"), 1.1);
        AtMost("the same of a task", calls.Ratio("BoundAsync", "HandWrittenAsync"), 1.1);
        AtMost("a bound call / a Castle interceptor that opens the scope", calls.Ratio("Bound", "Intercepted"), 1);
        AtMost("start with binding / without", starts.Ratio("StartWithBinding", "StartWithoutBinding"), 1.2);
        text.AppendLine();
        text.AppendLine("| measured | least, ns a call or µs a start | bytes a call or a start |").AppendLine("| --- | --- | --- |");
        foreach (var name in calls.Names)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {calls.Least(name) / BindingCases.Calls:0.#} | {calls.Bytes(name) / BindingCases.Calls} |");
        foreach (var name in starts.Names)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {starts.Least(name) / 1000:0} | {starts.Bytes(name)} |");
        return text.ToString().ReplaceLineEndings("\n");

        void AtMost(string what, double ratio, double target) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | ≤ {target:0.##} | {ratio:0.##} | {(ratio <= target ? "met" : "**missed**")} |");
    }
}
