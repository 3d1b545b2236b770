namespace Ethics.Crm.Package.Tests.Harness;

/// <summary>A test that needs the linker of the machine, which no package brings.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeFactAttribute : FactAttribute
{
    private static readonly string[] s_compilers = OperatingSystem.IsWindows() ? ["link.exe"] : ["clang", "gcc"];

    public NativeFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!folders.Any(static folder => s_compilers.Any(compiler => File.Exists(Path.Combine(folder, compiler)))))
            Skip = $"Programs that are compiled ahead of time are not tested: the machine has none of {string.Join(", ", s_compilers)}.";
    }
}
