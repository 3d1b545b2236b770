using System.Diagnostics;
using System.Text.Json;

namespace Ethics.Crm.AspNetCore.Benchmarks;

/// <summary>What one process measured, by the name of the case, in microseconds a request.</summary>
internal sealed record WebRun(IReadOnlyDictionary<string, WebRun.Measured> Cases)
{
    public const string Trivial = "trivial, before";
    public const string TrivialForPurpose = "trivial, with purpose";
    public const string TrivialBesidePurpose = "trivial, without purpose, beside one that has it";
    public const string Sqlite = "SQLite, before";
    public const string SqliteForPurpose = "SQLite, with purpose";
    public const string SqliteGuarded = "SQLite, with purpose and a guarded model";
    public const string PipelineTrivial = "pipeline alone, trivial, before";
    public const string PipelineTrivialForPurpose = "pipeline alone, trivial, with purpose";
    public const string PipelineSqlite = "pipeline alone, SQLite, before";
    public const string PipelineSqliteForPurpose = "pipeline alone, SQLite, with purpose";

    /// <summary>How a process is asked for one run.</summary>
    public const string Command = "requests";

    public sealed record Measured(double Least, double Median);

    public static WebRun InAProcessOfItsOwn()
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Command]) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonSerializer.Deserialize<WebRun>(line)!;
    }

    public string ToLine() => JsonSerializer.Serialize(this);

    public double Ratio(string dividend, string divisor) => Cases[dividend].Least / Cases[divisor].Least;
}
