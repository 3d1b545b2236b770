using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.SideCars;
using Ethics.Crm.FlowAnalysis.Solver;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Flows;

/// <summary>What following the values of one compilation cost, and where: a page for whoever wonders why a build takes so long. Written where the build names a file for it.</summary>
internal sealed class CostReport(Compilation compilation)
{
    private const int Worst = 20;

    private readonly List<(string What, double Seconds)> phases = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();

    public SolvingCosts Walks { get; } = new();

    /// <summary>What lies between the last phase and now was this one.</summary>
    public void Ended(string phase)
    {
        phases.Add((phase, watch.Elapsed.TotalSeconds));
        watch.Restart();
    }

    /// <returns>Null, or why the file could not be written.</returns>
    public string? Write(string path, FlowSolver? solver) => SideCarFile.Write(path, Page(solver));

    private string Page(FlowSolver? solver)
    {
        var text = new StringBuilder();
        Line(text, $"# What following the values of {compilation.AssemblyName} cost");
        Line(text, "");
        if (solver?.Figures is { } figures)
        {
            Line(text, $"{Count(figures.Methods, "method")} walked {Count(figures.Runs, "time")}, {Count(figures.Blocks, "block")}, {Count(figures.Found, "misuse")} found, {Count(figures.GivenUp, "method")} given up, {Count(figures.BoundAgain, "body", "bodies")} bound again. Times are those of the clock, at the end of the compilation.");
        }
        else
        {
            Line(text, "No code reads a labelled member, so nothing was followed.");
        }

        Line(text, "");
        Table(text, "phase | ms", phases.Select(static one => $"{one.What} | {Milliseconds(one.Seconds)}"));
        var walked = Walks.Walked.Select(one => (one.Method, one.Seconds, one.Walks, Blocks: solver?.BlocksOf(one.Method) ?? 0)).ToArray();
        Line(text, "## Types");
        Line(text, "");
        Table(text, "type | ms | methods | walks | blocks", walked.GroupBy(static one => one.Method.ContainingType, SymbolEqualityComparer.Default)
            .Select(static type => (Name: type.Key is INamedTypeSymbol named ? named.ToDisplayString() : "", Seconds: type.Sum(static one => one.Seconds), Methods: type.Count(), Walks: type.Sum(static one => one.Walks), Blocks: type.Sum(static one => one.Blocks)))
            .OrderByDescending(static type => type.Seconds).ThenBy(static type => type.Name, StringComparer.Ordinal).Take(Worst)
            .Select(static type => $"`{type.Name}` | {Milliseconds(type.Seconds)} | {type.Methods} | {type.Walks} | {type.Blocks}"));
        Line(text, "## Methods");
        Line(text, "");
        Table(text, "method | ms | walks | blocks | where", walked.OrderByDescending(static one => one.Seconds).ThenBy(static one => one.Method.ToDisplayString(), StringComparer.Ordinal).Take(Worst)
            .Select(static one => $"`{SymbolNames.Display(one.Method)}` | {Milliseconds(one.Seconds)} | {one.Walks} | {one.Blocks} | {Place(one.Method)}"));
        Line(text, "The rules that look while the compiler works are timed by the compiler, whose detailed log (`-v:d`) lists them under `Total analyzer execution time`, the slowest first.");
        return text.ToString();
    }

    private static string Place(IMethodSymbol method)
        => method.Locations.FirstOrDefault() is { SourceTree: { } tree } location ? $"{Path.GetFileName(tree.FilePath)}:{location.GetLineSpan().StartLinePosition.Line + 1}" : "";

    private static void Table(StringBuilder text, string head, IEnumerable<string> rows)
    {
        Line(text, $"| {head} |");
        Line(text, "|" + string.Concat(Enumerable.Repeat(" --- |", head.Split('|').Length)));
        foreach (var row in rows)
        {
            Line(text, $"| {row} |");
        }

        Line(text, "");
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Count(int count, string one, string? many = null) => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many ?? one + "s");

    private static string Milliseconds(double seconds) => (seconds * 1000).ToString("0.0", CultureInfo.InvariantCulture);
}
