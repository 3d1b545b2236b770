using System.Diagnostics;

namespace Ethics.Crm.Benchmarks;

/// <summary>
/// Cases measured one call at a time and in turn, thousands of times, for work that takes a good part of a millisecond: on a machine that others use, a call that short is often not
/// interrupted, and an iteration of many such calls nearly never.
/// </summary>
public sealed class Interleaved
{
    private readonly Dictionary<string, double[]> _nanoseconds = [];
    private readonly Dictionary<string, long> _bytes = [];

    public Interleaved(IReadOnlyList<(string Name, Func<long> Run)> cases, TimeSpan warmUp, int rounds)
    {
        // The run time compiles anew what runs often, on a thread of its own.
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < warmUp;)
        {
            foreach (var one in cases)
                one.Run();
            Thread.Yield();
        }

        foreach (var one in cases)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            one.Run();
            _bytes[one.Name] = GC.GetAllocatedBytesForCurrentThread() - before;
            _nanoseconds[one.Name] = new double[rounds];
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < cases.Count; i++)
            {
                // Each after another one each time: what a case leaves in the caches belongs to no other.
                var (name, run) = cases[(i + round) % cases.Count];
                var start = Stopwatch.GetTimestamp();
                run();
                _nanoseconds[name][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            }
        }

        foreach (var all in _nanoseconds.Values)
            Array.Sort(all);
    }

    public IEnumerable<string> Names => _nanoseconds.Keys;

    /// <summary>The call that one in a hundred undercuts: the very least is a matter of luck.</summary>
    public double Least(string name) => _nanoseconds[name][_nanoseconds[name].Length / 100];

    public double Median(string name) => _nanoseconds[name][_nanoseconds[name].Length / 2];

    public double Ratio(string dividend, string divisor) => Least(dividend) / Least(divisor);

    public long Bytes(string name) => _bytes[name];
}
