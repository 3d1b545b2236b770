using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>Names of types as generated code writes them: from the global namespace, with annotations.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat s_full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Of(ITypeSymbol type) => type.ToDisplayString(s_full);

    /// <param name="syntax">How the user wrote it: all that is known of a type that another generator makes.</param>
    public static string Of(ITypeSymbol type, TypeSyntax syntax) => HasUnknown(type) ? syntax.WithoutTrivia().ToString() : Of(type);

    private static bool HasUnknown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => HasUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasUnknown) || (named.ContainingType is { } outer && HasUnknown(outer)),
        _ => false,
    };
}
