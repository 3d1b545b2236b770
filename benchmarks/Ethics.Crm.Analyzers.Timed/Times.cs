using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Ethics.Crm.Analyzers.Timed;

/// <summary>Processor time of this thread inside callbacks, by analyzer and kind; written when the compiler ends.</summary>
internal static partial class Times
{
    /// <summary>The file that gets the figures.</summary>
    public const string Result = "ETHICS_TIMED_RESULT";

    private const int OfThisThread = 3;
    private static readonly ConcurrentDictionary<string, Sum> Sums = new(StringComparer.Ordinal);
    private static readonly ConcurrentQueue<object> Figures = new();

    public static Sum Of(string analyzer, string kind) => Sums.GetOrAdd(analyzer + "\t" + kind, static _ => new Sum());

    public static void Keep(object figures) => Figures.Enqueue(figures);

    /// <summary>To be called once.</summary>
    public static void Begin() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => Write();

    /// <summary>Nanoseconds.</summary>
    public static long Now() => GetTime(OfThisThread, out var time) == 0 ? (time.Seconds * 1_000_000_000) + time.Nanoseconds : throw new InvalidOperationException("The system does not tell the processor time of a thread.");

    private static void Write()
    {
        var process = Environment.CpuUsage.TotalTime;
        var (between, whole) = Look();
        var lines = new List<string> { Line("process", process.TotalNanoseconds), Line("between", between), Line("look", whole) };
        lines.AddRange(Sums.OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => Line("callback\t" + one.Key + "\t" + one.Value.Count.ToString(CultureInfo.InvariantCulture), one.Value.Time)));
        foreach (var figures in Figures)
            lines.AddRange(figures.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.PropertyType == typeof(int)).Select(property => Line("figure\t" + property.Name, (int)property.GetValue(figures)!)));
        File.WriteAllLines(Environment.GetEnvironmentVariable(Result)!, lines);
    }

    /// <summary>What the look at the clock itself costs: the time that it puts between two of them, and the time of both.</summary>
    private static (double Between, double Whole) Look()
    {
        const int Times = 200_000;
        var between = 0L;
        var start = Now();
        for (var i = 0; i < Times; i++)
            between -= Now() - Now();
        return ((double)between / Times, (double)(Now() - start) / Times);
    }

    private static string Line(string name, double value) => name + "\t" + value.ToString("0.###", CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeOfClock time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeOfClock
    {
        public long Seconds;
        public long Nanoseconds;
    }

    internal sealed class Sum
    {
        private long time;
        private long count;

        public long Time => time;

        public long Count => count;

        public void Add(long nanoseconds)
        {
            Interlocked.Add(ref time, nanoseconds);
            Interlocked.Increment(ref count);
        }
    }
}
