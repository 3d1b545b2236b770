using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Subjects;

/// <summary>Whether the values of a type have a text that is the same everywhere and differs from person to person. Where that cannot be told, they are taken to have one.</summary>
internal static class IdText
{
    // A wrapper of a wrapper is common, a longer chain is a linked list: the run time stops there too.
    private const int Deepest = 4;

    public static bool IsPossible(ITypeSymbol type) => IsPossible(type, 0);

    private static bool IsPossible(ITypeSymbol type, int depth) => type switch
    {
        IArrayTypeSymbol or IPointerTypeSymbol or IFunctionPointerTypeSymbol => false,
        { TypeKind: TypeKind.Delegate } => false,
        { TypeKind: TypeKind.Error or TypeKind.Enum or TypeKind.Interface or TypeKind.TypeParameter or TypeKind.Dynamic } => true,
        { SpecialType: not SpecialType.None } and not INamedTypeSymbol { IsGenericType: true } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsPossible(nullable.TypeArguments[0], depth),
        INamedTypeSymbol named => IsPossible(named, depth),
        _ => true,
    };

    private static bool IsPossible(INamedTypeSymbol type, int depth)
    {
        if (depth > Deepest)
        {
            return false;
        }

        if (type.AllInterfaces.Any(one => one is { Name: "IFormattable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }))
        {
            return true;
        }

        // Reference assemblies show no private fields, so only a type of the system is judged without its source.
        var isOfSystem = SymbolName(type.ContainingNamespace) is "System" || SymbolName(type.ContainingNamespace).StartsWith("System.", StringComparison.Ordinal);
        if (!isOfSystem && type.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty)
        {
            return true;
        }

        return (!isOfSystem && Fields(type) is { Length: 1 } fields && IsPossible(fields[0].Type, depth + 1))
            || (HasOwnText(type) && !(isOfSystem && type.IsGenericType));
    }

    /// <summary>What the compiler writes for records and anonymous types follows the culture.</summary>
    private static bool HasOwnText(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            if (current.GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(method => method is { IsStatic: false, Parameters.Length: 0, Arity: 0 }) is { } own)
            {
                return !own.IsImplicitlyDeclared;
            }
        }

        return false;
    }

    private static ImmutableArray<IFieldSymbol> Fields(INamedTypeSymbol type)
    {
        var fields = ImmutableArray.CreateBuilder<IFieldSymbol>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            fields.AddRange(current.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst));
        }

        return fields.ToImmutable();
    }

    private static string SymbolName(INamespaceSymbol? space) => space is null or { IsGlobalNamespace: true } ? "" : space.ToDisplayString();
}
