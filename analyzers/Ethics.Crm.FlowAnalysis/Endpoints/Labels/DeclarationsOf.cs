using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>The declarations that govern a member: its own, those it overrides, and the interface members that any of these implements.</summary>
internal static class DeclarationsOf
{
    public static IReadOnlyList<ISymbol> Member(ISymbol member)
    {
        if (member is IParameterSymbol parameter)
        {
            return Parameters(parameter);
        }

        var found = new List<ISymbol> { member };
        if (member is not (IPropertySymbol or IMethodSymbol or IEventSymbol) || member.ContainingType is not { } type)
        {
            return found;
        }

        for (var current = member; current is not null; current = Overridden(current))
        {
            AddOnce(found, current);
            AddImplemented(found, current, current.ContainingType);
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var explicitly in ExplicitlyImplemented(member))
            {
                AddOnce(found, explicitly);
            }
        }

        return found;
    }

    private static IReadOnlyList<ISymbol> Parameters(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not (IMethodSymbol or IPropertySymbol))
        {
            return [parameter];
        }

        var found = new List<ISymbol>();
        foreach (var declaration in Member(parameter.ContainingSymbol))
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
        if (!found.Contains(symbol, SymbolEqualityComparer.Default))
        {
            found.Add(symbol);
        }
    }
}
