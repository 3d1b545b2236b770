using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>The declarations that govern a member: its own, those it overrides, and the interface members that any of these implements.</summary>
internal static class DeclarationsOf
{
    public static IReadOnlyList<ISymbol> Member(ISymbol member)
    {
        if (member is IParameterSymbol parameter)
        {
            return parameter.ContainingSymbol is IMethodSymbol or IPropertySymbol ? Parameter(parameter, Member(parameter.ContainingSymbol)) : [parameter];
        }

        if (IsAlone(member))
        {
            return [member];
        }

        var found = new List<ISymbol> { member };
        for (var current = member; current is not null; current = Overridden(current))
        {
            AddOnce(found, current);
            AddImplemented(found, current, current.ContainingType);
        }

        if (member.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (var explicitly in ExplicitlyImplemented(member))
            {
                AddOnce(found, explicitly);
            }
        }

        return found;
    }

    /// <summary>The same parameter in each declaration of its method or indexer.</summary>
    public static IReadOnlyList<ISymbol> Parameter(IParameterSymbol parameter, IReadOnlyList<ISymbol> declarations)
    {
        if (declarations.Count == 1)
        {
            return [parameter];
        }

        var found = new List<ISymbol>(declarations.Count);
        foreach (var declaration in declarations)
        {
            var parameters = declaration switch
            {
                IMethodSymbol method => method.Parameters,
                IPropertySymbol property => property.Parameters,
                _ => default,
            };
            if (!parameters.IsDefault && parameter.Ordinal < parameters.Length)
            {
                found.Add(parameters[parameter.Ordinal]);
            }
        }

        return found;
    }

    /// <summary>What can neither override nor implement anything, told apart before any interface is looked through.</summary>
    private static bool IsAlone(ISymbol member)
        => member.Kind is not (SymbolKind.Property or SymbolKind.Method or SymbolKind.Event)
            || member.ContainingType is null
            || member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.LocalFunction or MethodKind.AnonymousFunction };

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IPropertySymbol property => property.OverriddenProperty?.OriginalDefinition,
        IMethodSymbol method => method.OverriddenMethod?.OriginalDefinition,
        IEventSymbol declared => declared.OverriddenEvent?.OriginalDefinition,
        _ => null,
    };

    private static IEnumerable<ISymbol> ExplicitlyImplemented(ISymbol member) => member switch
    {
        IPropertySymbol property => property.ExplicitInterfaceImplementations,
        IMethodSymbol method => method.ExplicitInterfaceImplementations,
        IEventSymbol declared => declared.ExplicitInterfaceImplementations,
        _ => [],
    };

    private static void AddImplemented(List<ISymbol> found, ISymbol member, INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return;
        }

        // An explicit implementation is called "Acme.IContact.Email".
        var name = member.Name.Substring(member.Name.LastIndexOf('.') + 1);
        if (member.DeclaredAccessibility == Accessibility.Private && name.Length == member.Name.Length)
        {
            return;
        }

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var candidate in contract.GetMembers(name))
            {
                if (candidate.Kind == member.Kind
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate)?.OriginalDefinition, member.OriginalDefinition))
                {
                    AddOnce(found, candidate.OriginalDefinition);
                }
            }
        }
    }

    private static void AddOnce(List<ISymbol> found, ISymbol symbol)
    {
        foreach (var one in found)
        {
            if (SymbolEqualityComparer.Default.Equals(one, symbol))
            {
                return;
            }
        }

        found.Add(symbol);
    }
}
