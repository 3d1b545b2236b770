using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers;

internal static class ReportedLocations
{
    /// <summary>Whether a person wrote what stands there: their own source, or a view behind generated code.</summary>
    public static bool IsByHand(this Location location, bool isGenerated) => !isGenerated || location.GetMappedLineSpan().HasMappedPath;
}
