using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Ethics.Crm.Analyzers.Benchmarks;

/// <summary>What the build of this project knew.</summary>
internal static class Places
{
    private static readonly Dictionary<string, string> Known =
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(data => data.Key, data => data.Value!);

    public static string Compiler => Known["Compiler"];

    public static IEnumerable<string> Framework => Directory.EnumerateFiles(Known["Framework"], "*.dll");

    /// <summary>The same with that of ASP.NET Core.</summary>
    public static IEnumerable<string> WebFramework => Framework.Concat(Directory.EnumerateFiles(Known["WebFramework"], "*.dll"));

    /// <summary>As the package hands it to the compiler on this system: with its machine code where it has that.</summary>
    public static IEnumerable<string> CompilerSide => HasMachineCode ? Directory.EnumerateFiles(Known["Precompiled"], "*.dll") : PlainCompilerSide;

    /// <summary>As the package hands it to the compiler on systems for which it has no machine code.</summary>
    public static IEnumerable<string> PlainCompilerSide =>
    [
        Path.Combine(Known["Analyzers"], Analyzers), Path.Combine(Known["Analyzers"], "Ethics.Crm.FlowAnalysis.dll"),
        Path.Combine(Known["Generators"], "Ethics.Crm.SourceGenerators.dll"), Path.Combine(Known["Generators"], "Ethics.Crm.Policy.dll"),
    ];

    /// <summary>The assembly among <see cref="CompilerSide"/> that has the rules.</summary>
    public const string Analyzers = "Ethics.Crm.Analyzers.dll";

    public static bool HasMachineCode => Directory.Exists(Known["Precompiled"]);

    /// <summary>For the foot of a page.</summary>
    public static string Machine => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors; our assemblies {(HasMachineCode ? "with the machine code that the package has for this system" : "without machine code, which the package does not have for this system")}");

    public static string TimedAnalyzers => Path.Combine(Known["Timed"], "Ethics.Crm.Analyzers.Timed.dll");

    /// <summary>Another tool that follows values.</summary>
    public static IEnumerable<string> SecurityCodeScan => Directory.EnumerateFiles(Known["SecurityCodeScan"], "*.dll");

    public static string Attributes => typeof(PurposeScope).Assembly.Location;

    public static string Result(string name) => Path.GetFullPath(Path.Combine(Known["Results"], name));
}
