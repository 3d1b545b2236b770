using Mono.Cecil;

namespace Ethics.Crm.Weaver.Labels;

/// <summary>The declarations that govern a property: its own, those it overrides, and the interface members that any of these implements.</summary>
internal static class PropertyDeclarations
{
    public static IReadOnlyList<PropertyDefinition> Of(PropertyDefinition property)
    {
        var found = new List<PropertyDefinition> { property };
        for (var current = property; current is not null; current = Overridden(current))
        {
            if (!found.Contains(current))
                found.Add(current);
            foreach (var implemented in Implemented(current))
            {
                if (!found.Contains(implemented))
                    found.Add(implemented);
            }
        }

        return found;
    }

    public static PropertyDefinition? Overridden(PropertyDefinition property)
    {
        if (property.GetMethod is not { IsVirtual: true } getter || (getter.IsNewSlot && !getter.HasOverrides))
            return null;
        return TypeFacts.WithBases(property.DeclaringType).Skip(1)
            .Select(above => above.Properties.FirstOrDefault(one => one.Name == property.Name && one.GetMethod is { IsVirtual: true }))
            .FirstOrDefault(static one => one is not null);
    }

    public static PropertyDefinition RootOf(PropertyDefinition property)
    {
        while (Overridden(property) is { } above)
            property = above;
        return property;
    }

    /// <summary>Whether a read through the interface calls this property.</summary>
    public static bool Implements(PropertyDefinition property, PropertyDefinition contract)
    {
        if (property.GetMethod is not { } getter)
            return false;
        if (getter.HasOverrides)
            return getter.Overrides.Any(one => one.Name == contract.GetMethod?.Name && one.DeclaringType.GetElementType().FullName == contract.DeclaringType.FullName);
        return getter is { IsVirtual: true, IsPublic: true } && property.Name == contract.Name && !IsExplicit(property.DeclaringType, contract);
    }

    private static IEnumerable<PropertyDefinition> Implemented(PropertyDefinition property) =>
        property.DeclaringType.IsInterface || property.GetMethod is not { IsVirtual: true }
            ? []
            : TypeFacts.AllInterfaces(property.DeclaringType).SelectMany(static contract => contract.Properties).Where(contract => Implements(property, contract));

    private static bool IsExplicit(TypeDefinition type, PropertyDefinition contract) => type.Properties.Any(other => other.GetMethod is { HasOverrides: true } && Implements(other, contract));
}
