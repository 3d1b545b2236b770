using Ethics.Crm.FlowAnalysis.Policies;
using Ethics.Crm.FlowAnalysis.SideCars;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.FlowAnalysis;

/// <summary>What a build tells the rules: its properties, and which of its files are policies.</summary>
internal static class BuildOptions
{
    public const string Strict = "EthicsCrmStrict";
    public const string Guard = "EthicsCrmGuard";
    public const string Weave = "EthicsCrmWeave";
    public const string ConstantsNamespace = "EthicsCrmConstantsNamespace";
    public const string SideCarFile = "EthicsCrmSideCarFile";
    public const string SideCar = "EthicsCrmSideCar";
    public const string CostsFile = "EthicsCrmCostsFile";
    public const string RootNamespace = "RootNamespace";

    private static readonly string[] Properties = [Strict, Guard, Weave, ConstantsNamespace, RootNamespace, SideCar, SideCarFile, CostsFile];

    /// <summary>A build property as the project gave it; null when empty or absent.</summary>
    public static string? Property(AnalyzerOptions options, string name)
        => options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Whether the rules would find the same: by value, because hosts wrap one set of options for each analyzer.</summary>
    public static bool AreSame(AnalyzerOptions left, AnalyzerOptions right)
        => ReferenceEquals(left, right)
            || (left.AdditionalFiles.SequenceEqual(right.AdditionalFiles)
                && (ReferenceEquals(left.AnalyzerConfigOptionsProvider, right.AnalyzerConfigOptionsProvider)
                    || (Properties.All(name => Property(left, name) == Property(right, name))
                        && left.AdditionalFiles.All(file => PolicyFiles.Kind(left, file) == PolicyFiles.Kind(right, file) && SideCarFiles.Is(left, file) == SideCarFiles.Is(right, file)))));
}
