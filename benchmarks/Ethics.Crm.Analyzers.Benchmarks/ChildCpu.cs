using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Ethics.Crm.Analyzers.Benchmarks;

/// <summary>What a process has taken that has ended.</summary>
/// <param name="Time">Processor time of all its threads.</param>
/// <param name="Memory">Most that it held at once, in bytes, as seen by a look at it every few hundredths of a second.</param>
/// <param name="Output">What it printed.</param>
internal readonly record struct ChildUse(TimeSpan Time, long Memory, string Output);

/// <summary>Processor time of a process that has ended: on a shared machine the clock on the wall says nothing.</summary>
internal static partial class ChildCpu
{
    private const int Children = -1;
    private const int Glance = 30;

    /// <summary>The program that runs .NET programs here.</summary>
    public static string Host => Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    /// <inheritdoc cref="Run(ProcessStartInfo)"/>
    public static TimeSpan Run(string program, params string[] arguments) => Run(new ProcessStartInfo(program, arguments)).Time;

    /// <exception cref="InvalidOperationException">It failed; the message is what it printed.</exception>
    public static ChildUse Run(ProcessStartInfo start)
    {
        var before = OperatingSystem.IsWindows() ? TimeSpan.Zero : OfAllChildren();
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var memory = 0L;
        while (!process.WaitForExit(Glance))
        {
            process.Refresh();
            memory = Math.Max(memory, Peak(process));
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException(output.Result);

        // Elsewhere than on Windows the system forgets a process that has ended, but not what all of them took.
        return new(OperatingSystem.IsWindows() ? process.TotalProcessorTime : OfAllChildren() - before, memory, output.Result);
    }

    private static long Peak(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended between the look at it and this one.
            return 0;
        }
    }

    private static TimeSpan OfAllChildren()
    {
        Span<long> usage = stackalloc long[32];
        if (GetUsage(Children, ref MemoryMarshal.GetReference(usage)) != 0)
            throw new InvalidOperationException("The system does not tell the processor time of child processes.");

        // struct rusage begins with the time in user code and the time in the system, each as seconds and (in its low half on some systems) microseconds.
        return Time(usage[0], usage[1]) + Time(usage[2], usage[3]);
    }

    private static TimeSpan Time(long seconds, long microseconds) => TimeSpan.FromSeconds(seconds) + TimeSpan.FromMicroseconds((int)microseconds);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref long usage);
}
