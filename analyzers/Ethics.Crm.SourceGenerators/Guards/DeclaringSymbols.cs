using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>The declarations whose attributes speak for a member: its own, its record parameter's, and those it overrides or implements.</summary>
internal static class DeclaringSymbols
{
    public static AttributeData? FindAttribute(ISymbol member, string attributeName) =>
        Of(member).Select(declaration => FindOwnAttribute(declaration, attributeName)).FirstOrDefault(attribute => attribute is not null)
        ?? (RecordParameter(member) is { } parameter ? FindOwnAttribute(parameter, attributeName) : null);

    public static AttributeData? FindOwnAttribute(ISymbol symbol, string attributeName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } one && Is(one, attributeName));

    // The last part first: names of most attributes differ there, and a whole name is made anew at each question.
    private static bool Is(INamedTypeSymbol attributeClass, string attributeName) =>
        attributeName.EndsWith(attributeClass.Name, StringComparison.Ordinal) && attributeClass.ToDisplayString() == attributeName;

    public static IEnumerable<ISymbol> Of(ISymbol member)
    {
        yield return member;
        if (member is not IPropertySymbol property)
            yield break;

        for (var overridden = property.OverriddenProperty; overridden is not null; overridden = overridden.OverriddenProperty)
            yield return overridden;

        foreach (var contract in property.ContainingType.AllInterfaces)
        {
            foreach (var candidate in contract.GetMembers(property.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(candidate), property))
                    yield return candidate;
            }
        }
    }

    /// <summary>The positional parameter that a record's property stands for; null when there is none.</summary>
    public static IParameterSymbol? RecordParameter(ISymbol member) =>
        member is IPropertySymbol { ContainingType: { IsRecord: true } record } property
            ? record.InstanceConstructors
                .Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public || !constructor.IsImplicitlyDeclared)
                .SelectMany(constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.Name == property.Name && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
            : null;
}
