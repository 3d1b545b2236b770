using System.Diagnostics;

namespace Ethics.Crm.Benchmarks.Decisions;

/// <summary>
/// Lists of a million, measured by several processes: what a list costs is what memory takes, and where a process happens to lie in it changes a ratio by a third from one process to the next, and by
/// little within each.
/// </summary>
public sealed class ListRuns(IReadOnlyList<ListRun> runs)
{
    private const int Processes = 9;

    public int Count => runs.Count;

    public IEnumerable<string> Names => runs[0].Cases.Keys;

    public static ListRuns InProcessesOfTheirOwn()
    {
        return new([.. Enumerable.Range(0, Processes).Select(static _ => Run())]);

        static ListRun Run()
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["lists"]) { RedirectStandardOutput = true })!;
            var line = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return ListRun.OfLine(line);
        }
    }

    public Spread Ratio(string dividend, string divisor) => Of(run => run.Ratio(dividend, divisor));

    /// <summary>Of a number that each process found.</summary>
    public Spread Of(Func<ListRun, double> number) => new([.. runs.Select(number)]);
}
