using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.SourceGenerators.Pipeline;

/// <summary>The MSBuild properties that steer what is generated.</summary>
/// <param name="ConstantsNamespace">Where the constants go; empty is the global namespace, null is nowhere.</param>
/// <param name="Guard">False generates plain accessors.</param>
internal sealed record BuildSettings(string? ConstantsNamespace, bool Guard)
{
    public static BuildSettings Read(AnalyzerConfigOptions options)
    {
        var moved = Property(options, "EthicsCrmConstantsNamespace");
        var target = moved.Length == 0 ? Property(options, "RootNamespace") : moved;
        return new(
            string.Equals(moved, "none", StringComparison.OrdinalIgnoreCase) ? null : target,
            !string.Equals(Property(options, "EthicsCrmGuard"), "false", StringComparison.OrdinalIgnoreCase));
    }

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
}
