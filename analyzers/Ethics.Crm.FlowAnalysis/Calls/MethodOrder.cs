using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Calls;

/// <summary>Methods by their names: whatever the order of files, of members in them, and of what threads found first, they are looked at in one order.</summary>
internal static class MethodOrder
{
    public static IEnumerable<IMethodSymbol> Sorted(IEnumerable<IMethodSymbol> methods)
        => methods.Select(static method => (Method: method, Name: method.GetDocumentationCommentId() ?? method.ToDisplayString(), Place: method.Locations.FirstOrDefault()))
            .OrderBy(static one => one.Name, StringComparer.Ordinal)
            // Types that only their own file sees may share a name.
            .ThenBy(static one => one.Place?.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Place?.SourceSpan.Start ?? 0)
            .Select(static one => one.Method);
}
