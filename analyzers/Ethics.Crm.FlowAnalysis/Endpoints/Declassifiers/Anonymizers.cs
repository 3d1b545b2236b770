using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
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
        var listed = table.Document.Anonymizers.Count > 0 && table.FindAnonymizer(SymbolNames.FullName(definition), SymbolNames.ParameterTypes(definition)) is not null;
        return listed || (!table.Document.DeclassifyByPolicyOnly && (HasAttribute(definition.GetAttributes()) || HasAttribute(definition.GetReturnTypeAttributes())));
    }

    private static bool HasAttribute(System.Collections.Immutable.ImmutableArray<AttributeData> attributes)
        => attributes.Any(attribute => attribute.AttributeClass is { } type && SymbolNames.FullName(type) == Attribute);
}
