using System.Text.Json;

namespace Ethics.Crm.Benchmarks.Decisions;

/// <summary>Lists as one process measured them, in nanoseconds.</summary>
public sealed record ListRun(IReadOnlyDictionary<string, ListRun.Measured> Cases, double FirstList, double FirstSplit)
{
    public sealed record Measured(double Least, double Median, long Bytes);

    public static ListRun Measure()
    {
        using var lists = new BulkCases();
        var run = new Interleaved(lists.All, TimeSpan.FromSeconds(5), 100);
        return new(run.Names.ToDictionary(static name => name, name => new Measured(run.Least(name), run.Median(name), run.Bytes(name))), lists.FirstTime.TotalNanoseconds, lists.FirstSplit.TotalNanoseconds);
    }

    public static ListRun OfLine(string line) => JsonSerializer.Deserialize<ListRun>(line)!;

    public string ToLine() => JsonSerializer.Serialize(this);

    public double Ratio(string dividend, string divisor) => Cases[dividend].Least / Cases[divisor].Least;
}
