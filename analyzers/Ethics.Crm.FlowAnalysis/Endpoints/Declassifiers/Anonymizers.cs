using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Declassifiers;

/// <summary>Methods whose result carries no label any more, by their attribute or by the policy.</summary>
internal static class Anonymizers
{
    private const string Attribute = "Ethics.Crm.AnonymizesAttribute";

    public static bool Is(PurposeContext purposes, IMethodSymbol method)
    {
        if (purposes.Table is not { } table)
        {
            return false;
        }

        var definition = method.OriginalDefinition;
        return (table.Document.Anonymizers.Count > 0 && IsListed(table, definition))
            || (!table.Document.DeclassifyByPolicyOnly && (HasAttribute(definition.GetAttributes()) || HasAttribute(definition.GetReturnTypeAttributes())));
    }

    /// <summary>A property is named as itself, and not as the method that reads it.</summary>
    private static bool IsListed(PolicyTable table, IMethodSymbol method)
        => (method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property }
            ? table.FindAnonymizer(SymbolNames.FullName(property), null)
            : table.FindAnonymizer(SymbolNames.FullName(method), SymbolNames.ParameterTypes(method))) is not null;

    private static bool HasAttribute(System.Collections.Immutable.ImmutableArray<AttributeData> attributes)
        => attributes.Any(attribute => attribute.AttributeClass is { } type && SymbolNames.FullName(type) == Attribute);
}
