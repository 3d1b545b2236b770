using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

internal static class Nullability
{
    /// <summary>
    /// Whether null is a true value of a property of this type. Not for an annotated type parameter that a value type may stand for:
    /// there <c>default</c> would be an invented value.
    /// </summary>
    public static bool NullIsLegal(ITypeSymbol type) =>
        type.IsReferenceType
            ? type.NullableAnnotation != NullableAnnotation.NotAnnotated
            : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>
    /// Whether the compiler can tell a constructor that it leaves the property null. Where null is legal there is nothing to tell, and
    /// <c>[NotNull]</c>, a promise of the user's that no generated getter can prove, would give a warning in our file;
    /// so would <c>dynamic</c>, which passes the gate as an object.
    /// </summary>
    public static bool MayForgetNull(IPropertySymbol property) =>
        property.Type.NullableAnnotation != NullableAnnotation.Annotated
        && property.Type is { IsValueType: false, TypeKind: not TypeKind.Dynamic }
        && !property.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "System.Diagnostics.CodeAnalysis.NotNullAttribute");
}
