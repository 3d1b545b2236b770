using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ethics.Crm.Benchmarks.Json;

/// <summary>What it costs that members ask before they are written, as ratios of one run.</summary>
public static class JsonReport
{
    public static string ToMarkdown(Interleaved measured, int rounds)
    {
        var text = new StringBuilder();
        text.AppendLine("# Cost of asking in System.Text.Json").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine("dotnet run -c Release --project benchmarks/Ethics.Crm.Benchmarks -- json --write-results").AppendLine("```").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}. A list of 250 customers with three orders each, 1,000 objects, written to memory; four of their eleven members are labelled. Each ratio is of one run of {rounds} calls of each case, in turn, and of the calls that one in a hundred undercuts.").AppendLine();

        text.AppendLine("| ratio | target | measured | |").AppendLine("| --- | --- | --- | --- |");
        AtMost("guarded and asked, all permitted / plain, by reflection", measured.Ratio("Guarded", "Plain"), 1.15);
        AtMost("the same for a purpose that rests on consent, one member of four left out", measured.Ratio("GuardedForConsent", "Plain"), 1.15);
        AtMost("guarded and asked, all permitted / plain, generated metadata", measured.Ratio("GuardedGenerated", "PlainGenerated"), 1.15);
        AtMost("guarded and asked, every labelled member left out / plain", measured.Ratio("GuardedAndLeftOut", "Plain"), 1.15);
        Told("guarded getters alone, without a modifier / plain", measured.Ratio("GuardedWithoutModifier", "Plain"));
        Told("labelled without being guarded, asked, all permitted / plain", measured.Ratio("Labelled", "Plain"));
        Told("the same, every labelled member left out", measured.Ratio("LabelledAndLeftOut", "Plain"));
        Told("**the fast path that is lost**: generated metadata / generated finished code, plain", measured.Ratio("PlainGenerated", "PlainFastPath"));
        Told("guarded and asked, generated metadata / plain, generated finished code", measured.Ratio("GuardedGenerated", "PlainFastPath"));
        text.AppendLine();

        text.AppendLine("| measured | µs, least | µs, median | bytes |").AppendLine("| --- | --- | --- | --- |");
        foreach (var name in measured.Names)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {measured.Least(name) / 1000:0.#} | {measured.Median(name) / 1000:0.#} | {measured.Bytes(name)} |");
        return text.ToString().ReplaceLineEndings("\n");

        void Told(string what, double ratio) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | | {ratio:0.##} | |");
        void AtMost(string what, double ratio, double target) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | ≤ {target:0.##} | {ratio:0.##} | {(ratio <= target ? "met" : "**missed**")} |");
    }
}
