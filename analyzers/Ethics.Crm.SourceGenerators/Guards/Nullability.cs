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
}
