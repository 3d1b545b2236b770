using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>A member with an attribute that speaks of the person.</summary>
/// <param name="Member">The property or field.</param>
/// <param name="Attribute">On it, on what it overrides, on its record parameter, or on the interface property that it implements.</param>
/// <param name="Declaring">The class that introduced it.</param>
/// <param name="Through">The type that the object has to be seen as, because the member's name means something else in its own class; null when the name does.</param>
internal sealed record SubjectMark(ISymbol Member, AttributeData Attribute, INamedTypeSymbol Declaring, INamedTypeSymbol? Through);

/// <summary>The marked members of a type: own, inherited, and those of its interfaces. The same as <c>SubjectMembers</c> finds at run time.</summary>
internal static class SubjectMarks
{
    public static IEnumerable<SubjectMark> Of(INamedTypeSymbol type, string attributeName)
    {
        type = type.OriginalDefinition.IsGenericType && type.IsUnboundGenericType ? type.OriginalDefinition : type;
        var contracts = ContractsOf(type, attributeName);
        var marked = new HashSet<string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            var members = current.GetMembers();
            foreach (var member in members.Where(IsReadable))
            {
                var contract = contracts.Find(one => SymbolEqualityComparer.Default.Equals(one.Implementation, RootOf(member)));
                var attribute = Spoken(member, attributeName) ?? contract.Attribute;
                contracts.RemoveAll(one => SymbolEqualityComparer.Default.Equals(one.Implementation, RootOf(member)));
                if (attribute is not null && marked.Add(member.Name))
                    yield return new(member, attribute, RootOf(member).ContainingType, SeenAs(member, current, taken));
            }

            taken.UnionWith(members.Where(static member => !member.IsOverride).Select(static member => member.Name));
        }

        // Bodies that the interface itself has.
        foreach (var (property, attribute, _) in contracts)
            yield return new(property, attribute, property.ContainingType, property.ContainingType);
    }

    private static INamedTypeSymbol? SeenAs(ISymbol member, INamedTypeSymbol current, HashSet<string> taken) =>
        member is IPropertySymbol { ExplicitInterfaceImplementations: { Length: > 0 } contracts } ? contracts[0].ContainingType
        : taken.Contains(member.Name) ? current
        : null;

    private static bool IsReadable(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsStatic && !field.IsImplicitlyDeclared,
        IPropertySymbol property => !property.IsStatic && !property.IsIndexer && property.GetMethod is not null,
        _ => false,
    };

    private static AttributeData? Spoken(ISymbol member, string attributeName)
    {
        if (DeclaringSymbols.FindOwnAttribute(member, attributeName) is { } own)
            return own;
        for (var overridden = (member as IPropertySymbol)?.OverriddenProperty; overridden is not null; overridden = overridden.OverriddenProperty)
        {
            if (DeclaringSymbols.FindOwnAttribute(overridden, attributeName) is { } inherited)
                return inherited;
        }

        return DeclaringSymbols.RecordParameter(member) is { } parameter ? DeclaringSymbols.FindOwnAttribute(parameter, attributeName) : null;
    }

    private static List<(IPropertySymbol Property, AttributeData Attribute, ISymbol? Implementation)> ContractsOf(INamedTypeSymbol type, string attributeName)
    {
        var found = new List<(IPropertySymbol Property, AttributeData Attribute, ISymbol? Implementation)>();
        foreach (var property in type.AllInterfaces.SelectMany(static contract => contract.GetMembers()).OfType<IPropertySymbol>().Where(IsReadable))
        {
            if (DeclaringSymbols.FindOwnAttribute(property, attributeName) is { } attribute)
                found.Add((property, attribute, type.FindImplementationForInterfaceMember(property) is { } implementation ? RootOf(implementation) : null));
        }

        return found;
    }

    /// <summary>An override is the same member as what it overrides.</summary>
    private static ISymbol RootOf(ISymbol member)
    {
        while (member is IPropertySymbol { OverriddenProperty: { } overridden })
            member = overridden;
        return member;
    }
}
