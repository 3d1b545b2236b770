using System.Diagnostics;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>How long the phases of a run take, by the clock on the wall and by that of the processor, which says more on a machine that others use as well.</summary>
internal sealed class Clock
{
    private readonly SortedDictionary<string, (TimeSpan Wall, TimeSpan Processor)> phases = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, (TimeSpan Wall, TimeSpan Processor)> Phases => phases;

    /// <summary>Since the test process was started.</summary>
    public static (TimeSpan Wall, TimeSpan Processor) Process
    {
        get
        {
            using var process = System.Diagnostics.Process.GetCurrentProcess();
            return (DateTime.Now - process.StartTime, process.TotalProcessorTime);
        }
    }

    public T Time<T>(string phase, Func<T> work)
    {
        var (watch, before) = (Stopwatch.StartNew(), Process.Processor);
        var result = work();
        var (wall, processor) = phases.GetValueOrDefault(phase);
        phases[phase] = (wall + watch.Elapsed, processor + Process.Processor - before);
        return result;
    }
}
