using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Sinks;

/// <summary>Types that leave open which members a serialiser writes: only the object that it is handed tells it, or whoever calls.</summary>
internal static class OpenTypes
{
    /// <summary>How many references away such a type still counts.</summary>
    private const int Deepest = 3;

    /// <summary>Whether a value of the type may be of any type, as far as the serialiser looks at it: System.Text.Json writes what the declared type has, unless that is <c>object</c>.</summary>
    public static bool IsOpen(ITypeSymbol type, SerializerKind kind)
        => type is { SpecialType: SpecialType.System_Object } or IDynamicTypeSymbol or ITypeParameterSymbol
            || (kind != SerializerKind.SystemTextJson && type is { TypeKind: TypeKind.Interface } or { TypeKind: TypeKind.Class, IsAbstract: true } && !Transfer.Known.IsCollection(type));

    /// <summary>Whether it is such a type, or what is written of it leads to one.</summary>
    public static bool Leads(ITypeSymbol type, SerializerKind kind) => Leads(type, kind, 0);

    /// <summary>The members by which the type leads to such a type, with what each of them holds; null for the elements of a collection.</summary>
    public static IEnumerable<(ISymbol? Member, ITypeSymbol Type)> PartsOf(ITypeSymbol type, SerializerKind kind) => PartsOf(type, kind, 0);

    private static bool Leads(ITypeSymbol type, SerializerKind kind, int depth) => IsOpen(type, kind) || (depth < Deepest && PartsOf(type, kind, depth).Any());

    private static IEnumerable<(ISymbol? Member, ITypeSymbol Type)> PartsOf(ITypeSymbol type, SerializerKind kind, int depth)
    {
        if (Transfer.Known.IsCollection(type))
        {
            return ElementOf(type) is { } element && Leads(element, kind, depth + 1) ? [((ISymbol?)null, element)] : [];
        }

        return type is { IsTupleType: true } || type.Locations.Any(static location => location.IsInSource)
            ? WholeObjects.Members(type)
                .Where(member => Serializers.IsWritten(member, kind))
                .Select(static member => ((ISymbol?)member, member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type))
                .Where(part => Leads(part.Item2, kind, depth + 1))
            : [];
    }

    /// <summary>Of a dictionary its values. Null for a text.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => null,
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [.., var element] } => element,
        _ => type.AllInterfaces.FirstOrDefault(static one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
    };
}
