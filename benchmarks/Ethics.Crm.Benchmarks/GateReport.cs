using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BenchmarkDotNet.Reports;

namespace Ethics.Crm.Benchmarks;

/// <summary>Ratios of one run next to what they should be. Each is measured in several passes, and its least disturbed iteration counts: other work on the machine only ever adds time.</summary>
public sealed class GateReport
{
    private readonly Dictionary<string, BenchmarkReport> _reports;

    /// <exception cref="InvalidOperationException">A benchmark did not finish.</exception>
    public GateReport(IReadOnlyCollection<Summary> summaries)
    {
        var all = summaries.SelectMany(s => s.Reports).ToArray();
        if (all.Length == 0 || all.Any(r => r.ResultStatistics is null) || summaries.Any(s => s.HasCriticalValidationErrors))
            throw new InvalidOperationException("A benchmark did not finish; see its output above.");
        _reports = all.GroupBy(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name).ToDictionary(g => g.Key, g => g.MinBy(r => r.ResultStatistics!.Min)!);
    }

    /// <param name="passes">How often each benchmark was measured.</param>
    public string ToMarkdown(int passes)
    {
        var text = new StringBuilder();
        text.AppendLine("# Cost of the gate").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine("dotnet run -c Release --project benchmarks/Ethics.Crm.Benchmarks -- --write-results").AppendLine("```").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}. All ratios are of one run of {passes} interleaved passes and of minima; the nanoseconds only say what size of thing is compared.").AppendLine();

        text.AppendLine("| ratio | target | measured | |").AppendLine("| --- | --- | --- | --- |");
        AtMost("guarded read / plain property, alone in a method", Ratio("GateAlone", "PlainAlone"), 3.0);
        AtMost("guarded read / plain property, hot loop", Ratio("GateHot", "PlainHot"), 3.8);
        AtLeast("frozen dictionary / guarded read", Ratio("FrozenHot", "GateHot"), 6);
        AtLeast("`DispatchProxy` / guarded read", Ratio("DispatchHot", "GateHot"), 12);
        AtLeast("Castle DynamicProxy / guarded read", Ratio("CastleHot", "GateHot"), 20);
        AtLeast("concurrent dictionaries with consent / guarded read", Ratio("ConcurrentHot", "GateHot"), 30);
        AtMost("scope / bare `AsyncLocal`, three other values in the context as in a web request", Ratio("Scope", "BareAsyncLocal"), 1.4);
        AtMost("scope / bare `AsyncLocal`, nothing else in the context", Ratio("ScopeInEmptyContext", "BareAsyncLocalInEmptyContext"), 1.4);
        Row("bytes allocated by a guarded read", "0", Number(Bytes("GateHot") + Bytes("GateAlone")), Bytes("GateHot") + Bytes("GateAlone") == 0);
        Told("in an empty context, / bare `AsyncLocal`: a watched local, set and put back, without an object", Ratio("WatchedAsyncLocalWithoutObjectInEmptyContext", "BareAsyncLocalInEmptyContext"));
        Told("the same with an object of 24 bytes: the floor of a scope", Ratio("WatchedAsyncLocalInEmptyContext", "BareAsyncLocalInEmptyContext"));
        Told("the same with the array that `Enter(params string[])` is handed: the least that its signature allows", Ratio("WatchedAsyncLocalWithArrayInEmptyContext", "BareAsyncLocalInEmptyContext"));
        Told("the same with an object of a scope's size, put back if nothing else has changed", Ratio("WatchedAsyncLocalWithObjectInEmptyContext", "BareAsyncLocalInEmptyContext"));
        Told("the same with a local that nobody watches", Ratio("BareAsyncLocalWithObjectInEmptyContext", "BareAsyncLocalInEmptyContext"));
        Told("a read that compares contexts, as that would need, without host and consent / plain property, hot loop", Ratio("ContextHot", "PlainHot"));
        Told("the same, alone in a method", Ratio("ContextAlone", "PlainAlone"));
        Told("`AsyncLocal` check / guarded read", Ratio("AsyncLocalHot", "GateHot"));
        Told("`AsyncLocal` check / plain property, hot loop", Ratio("AsyncLocalHot", "PlainHot"));
        Told("`IAuthorizationService` / guarded read", Ratio("AuthorizationHot", "GateHot"));
        Told("read for a purpose that has no bit (after the 57th) / plain property, alone", Ratio("LatePurposeAlone", "PlainAlone"));
        Told("read of a guarded struct / plain property, alone", Ratio("StructAlone", "PlainAlone"));
        Told("the same of a hundred people who share one place / plain property, alone", Ratio("CrowdedStructAlone", "PlainAlone"));
        text.AppendLine();

        text.AppendLine("| measured | ns, least | ns, median | bytes |").AppendLine("| --- | --- | --- | --- |");
        foreach (var (name, report) in _reports)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {Number(report.ResultStatistics!.Min)} | {Number(report.ResultStatistics.Median)} | {Number(Bytes(name))} |");
        return text.ToString().ReplaceLineEndings("\n");

        void Told(string what, double ratio) => text.AppendLine($"| {what} | | {Number(ratio)} | |");
        void AtMost(string what, double ratio, double target) => Row(what, "≤ " + Number(target), Number(ratio), ratio <= target);
        void AtLeast(string what, double ratio, double target) => Row(what, "≥ " + Number(target), Number(ratio), ratio >= target);
        void Row(string what, string target, string measured, bool isMet) => text.AppendLine($"| {what} | {target} | {measured} | {(isMet ? "met" : "**missed**")} |");
    }

    private double Ratio(string dividend, string divisor) => _reports[dividend].ResultStatistics!.Min / _reports[divisor].ResultStatistics!.Min;

    private long Bytes(string name) => _reports[name].GcStats.GetBytesAllocatedPerOperation(_reports[name].BenchmarkCase)
        ?? throw new InvalidOperationException($"The allocations of {name} were not measured.");

    private static string Number(double value) => value.ToString(value < 10 ? "0.##" : "0.#", CultureInfo.InvariantCulture);
}
