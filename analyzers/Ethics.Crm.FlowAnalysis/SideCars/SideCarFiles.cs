using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>Which of a build's files are side-cars: known by item metadata, never by name.</summary>
internal static class SideCarFiles
{
    private const string Metadata = "build_metadata.AdditionalFiles.EthicsSideCar";

    public static bool Is(AnalyzerOptions options, AdditionalText file)
        => options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(Metadata, out var kind) && string.Equals(kind, "true", StringComparison.OrdinalIgnoreCase);
}
