using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>Members that dynamic code names without knowing the object: where that is known, they are members as any other.</summary>
internal sealed partial record Store
{
    /// <summary>The member that an object has of the name, empty where it says itself what its members are. Null for an object of which a name is the key of an entry, and for any other step.</summary>
    public static string? MemberNamed(HeapObject one, string segment)
    {
        // Asked at each read of a part.
        if (segment.Length < 4 || segment[1] != '\'' || segment[0] != '[' || one is not MadeObject { Type: INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } type } || Transfer.Known.IsCollection(type) || Transfer.KeyedStores.Is(type))
        {
            return null;
        }

        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "DynamicObject", ContainingNamespace.Name: "Dynamic" })
            {
                return "";
            }
        }

        return MembersByName.Of(type, segment.Substring(2, segment.Length - 3)) is { } member and (IFieldSymbol or IPropertySymbol) ? Segment.Of(member) : null;
    }
}
