using System.Diagnostics;
using System.Globalization;

namespace Ethics.Crm.Benchmarks.Binding;

/// <summary>What a program pays once: the first start of a process, in which everything that runs is compiled for it.</summary>
public static class FirstStarts
{
    private const int Count = 21;

    public const string WithBinding = "with";
    private const string WithoutBinding = "without";

    public static Rounds InProcessesOfTheirOwn()
    {
        // What the first process finds on the disk the others find in memory.
        Run(WithoutBinding);
        Run(WithBinding);
        var (without, with) = (new double[Count], new double[Count]);
        for (var i = 0; i < Count; i++)
        {
            // One is first as often as the other.
            if (i % 2 == 0)
                (without[i], with[i]) = (Run(WithoutBinding), Run(WithBinding));
            else
                (with[i], without[i]) = (Run(WithBinding), Run(WithoutBinding));
        }

        return new(without, with);
    }

    /// <summary>Microseconds from the first registration until each service has been made once. That the process itself and the types of the services are there before is no part of it: both would make the difference smaller.</summary>
    public static string Measure(bool bind)
    {
        var start = new ProgramStart();
        var from = Stopwatch.GetTimestamp();
        start.Run(bind);
        return Stopwatch.GetElapsedTime(from).TotalMicroseconds.ToString(CultureInfo.InvariantCulture);
    }

    private static double Run(string how)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["start", how]) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(line, CultureInfo.InvariantCulture);
    }
}
