using Microsoft.CodeAnalysis;

namespace PurposeBench.Truth;

/// <summary>How the policy names a symbol.</summary>
internal static class PolicyNames
{
    private static readonly SymbolDisplayFormat Full = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    public static string OfType(ITypeSymbol type) => type.ToDisplayString(Full);

    /// <summary>Without parameters.</summary>
    public static string OfMember(ISymbol member) => OfType(member.ContainingType) + "." + member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "ctor",
        IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
        _ => member.Name,
    };

    /// <summary>As <c>fields</c> names what carries a label.</summary>
    public static string OfLabelled(ISymbol symbol) => symbol switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } => $"{WithTypes(method)}#{symbol.Name}",
        IMethodSymbol method => WithTypes(method),
        _ => OfMember(symbol),
    };

    private static string WithTypes(IMethodSymbol method) => $"{OfMember(method)}({string.Join(", ", method.Parameters.Select(static p => OfType(p.Type)))})";
}
