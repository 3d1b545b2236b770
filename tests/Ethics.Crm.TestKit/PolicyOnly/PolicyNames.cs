using Microsoft.CodeAnalysis;

namespace Ethics.Crm.TestKit;

/// <summary>Names as the policy writes them. Written here once more, so that a fault in the product's own names shows.</summary>
internal static class PolicyNames
{
    /// <summary>With the types of its parameters.</summary>
    public static string WithTypes(IMethodSymbol method) => Of(method) + "(" + string.Join(",", method.Parameters.Select(static parameter => OfType(parameter.Type))) + ")";

    private static string OfType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => OfType(array.ElementType) + "[" + new string(',', array.Rank - 1) + "]",
        IDynamicTypeSymbol => "System.Object",
        ITypeParameterSymbol parameter => parameter.Name,
        _ => Of(type),
    };

    public static string Of(ISymbol symbol)
    {
        var name = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => "ctor",
            IPropertySymbol { IsIndexer: true } => "this[]",
            _ => symbol.Name[(symbol.Name.LastIndexOf('.') + 1)..],
        };
        return symbol.ContainingType is { } block && block.Name.Length == 0 ? Of(block.ContainingType) + "." + name : symbol.ContainingType is { } type ? Of(type) + "." + name : symbol.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + name : name;
    }
}
