using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Labels;

/// <summary>Which properties the weaver gives the gate after the compiler has written them. It decides by the assembly (<c>Weavable</c>), so both must say the same.</summary>
internal static class Weaving
{
    public static bool Reaches(IPropertySymbol property)
        => property is { IsStatic: false, IsIndexer: false, IsAbstract: false, IsExtern: false, GetMethod: not null, ReturnsByRef: false, ReturnsByRefReadonly: false }
            && !property.Type.IsRefLikeType
            && property.Type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer)
            && property.ContainingType.TypeKind != TypeKind.Interface
            && !property.ContainingType.IsRefLikeType
            && !property.ContainingType.IsFileLocal;
}
