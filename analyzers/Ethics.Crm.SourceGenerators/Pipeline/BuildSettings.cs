using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.SourceGenerators.Pipeline;

/// <summary>The MSBuild properties that steer what is generated.</summary>
/// <param name="Constants">Where the constants go.</param>
/// <param name="Guard">False generates plain accessors.</param>
internal sealed record BuildSettings(ConstantsNamespace Constants, bool Guard)
{
    public static BuildSettings Read(AnalyzerConfigOptions options) => new(
        ConstantsNamespace.Of(Property(options, ConstantsNamespace.Property), Property(options, "RootNamespace")),
        !string.Equals(Property(options, "EthicsCrmGuard"), "false", StringComparison.OrdinalIgnoreCase));

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
}
