using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace Ethics.Crm.Analyzers.Benchmarks.GuardedBuild;

/// <summary>
/// A process that has compiled the project before, as the compiler server of a developer's machine has: its own code is compiled to machine code by then, so what is
/// left is the work that the project itself makes.
/// </summary>
internal sealed class WarmCompiler : IDisposable
{
    /// <summary>The argument with which this program is the other process.</summary>
    public const string HostArgument = "--compile-on-request";

    private readonly Process _host;

    public WarmCompiler(string arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(WarmCompiler).Assembly.Location);
        start.ArgumentList.Add(HostArgument);
        start.ArgumentList.Add(arguments);
        _host = Process.Start(start)!;
    }

    /// <summary>Compiles once more.</summary>
    /// <returns>Processor time of that compilation, all threads.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is what the compiler printed.</exception>
    public TimeSpan Compile()
    {
        _host.StandardInput.WriteLine();
        var printed = new List<string>();
        while (_host.StandardOutput.ReadLine() is { } line)
        {
            if (long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
                return new TimeSpan(ticks);
            printed.Add(line);
        }

        throw new InvalidOperationException(string.Join(Environment.NewLine, printed));
    }

    public void Dispose()
    {
        _host.StandardInput.Close();
        _host.WaitForExit();
        _host.Dispose();
    }

    /// <summary>The other process: compiles for each line that comes in, and answers with the ticks of processor time.</summary>
    public static int Serve(string arguments)
    {
        var resolver = new AssemblyDependencyResolver(Places.Compiler);
        AssemblyLoadContext.Default.Resolving += (context, name) => resolver.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        var main = AssemblyLoadContext.Default.LoadFromAssemblyPath(Places.Compiler).EntryPoint!;
        while (Console.ReadLine() is not null)
        {
            var before = Environment.CpuUsage.TotalTime;
            if (main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [new[] { "@" + arguments }], null) is not 0)
                return 1;
            Console.WriteLine((Environment.CpuUsage.TotalTime - before).Ticks.ToString(CultureInfo.InvariantCulture));
        }

        return 0;
    }
}
