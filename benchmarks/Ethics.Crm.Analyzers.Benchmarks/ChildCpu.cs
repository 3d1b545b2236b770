using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Ethics.Crm.Analyzers.Benchmarks;

/// <summary>Processor time of a process that has ended: on a shared machine the clock on the wall says nothing.</summary>
internal static partial class ChildCpu
{
    private const int Children = -1;

    /// <exception cref="InvalidOperationException">It failed; the message is what it printed.</exception>
    public static TimeSpan Run(string program, params string[] arguments)
    {
        var before = OperatingSystem.IsWindows() ? TimeSpan.Zero : OfAllChildren();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(output);

        // Elsewhere than on Windows the system forgets a process that has ended, but not what all of them took.
        return OperatingSystem.IsWindows() ? process.TotalProcessorTime : OfAllChildren() - before;
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
