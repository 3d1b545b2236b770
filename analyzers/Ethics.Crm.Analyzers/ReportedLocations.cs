using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers;

internal static class ReportedLocations
{
    /// <summary>Whether a person wrote what stands there: their own source, or a view behind generated code.</summary>
    public static bool IsByHand(this Location location, bool isGenerated) => !isGenerated || location.GetMappedLineSpan().HasMappedPath;

    /// <summary>
    /// Whether anything in the file of this operation can be <see cref="IsByHand"/>. Asked first: generated files without <c>#line</c> are no views, and looking for
    /// labels in them cost the builds that have many guarded properties seconds.
    /// </summary>
    public static bool IsInFileByHand(this OperationAnalysisContext context) =>
        !context.IsGeneratedCode || context.Operation.Syntax.SyntaxTree.GetLineMappings(context.CancellationToken).Any();
}
