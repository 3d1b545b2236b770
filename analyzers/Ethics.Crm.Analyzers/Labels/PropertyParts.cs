using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Labels;

/// <summary>The two parts of a partial property, which the compiler hands to rules one after the other: one property, one finding.</summary>
internal static class PropertyParts
{
    /// <summary>True for the part that a type does not count among its members. The floor compiler has no other name for it, and no such part.</summary>
    public static bool IsImplementing(ISymbol symbol)
        => symbol is IPropertySymbol { ContainingType: { } type } property && !type.GetMembers(property.Name).Contains(property, SymbolEqualityComparer.Default);
}
