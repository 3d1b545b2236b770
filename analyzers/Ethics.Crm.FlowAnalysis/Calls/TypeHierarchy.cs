using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Calls;

/// <summary>The classes and structs of this compilation, and what of them an object can be that is seen as some type.</summary>
internal sealed class TypeHierarchy
{
    private readonly List<INamedTypeSymbol> types = [];
    private readonly Dictionary<ISymbol, List<INamedTypeSymbol>> made = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<INamedTypeSymbol>> beneath = new(SymbolEqualityComparer.Default);

    public TypeHierarchy(Compilation compilation)
    {
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            foreach (var inner in pending.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                if (IsOfDecorators(inner))
                {
                    continue;
                }

                pending.Push(inner);
                if (inner is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                {
                    types.Add(type);
                    Add(type);
                }
            }
        }
    }

    /// <summary>In the order in which the compiler has them.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types => types;

    /// <summary>The types of this compilation, beneath this one or it itself, of which there can be objects.</summary>
    public IReadOnlyList<INamedTypeSymbol> MadeAs(ITypeSymbol type) => made.TryGetValue(type.OriginalDefinition, out var found) ? found : [];

    /// <summary>The members of contracts that a class implements by a method of its base, by that method.</summary>
    public IReadOnlyDictionary<ISymbol, List<IMethodSymbol>> InheritedImplementations()
    {
        var found = new Dictionary<ISymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        foreach (var type in types.Where(static type => type.BaseType is { SpecialType: SpecialType.None } && !type.Interfaces.IsEmpty))
        {
            foreach (var asked in type.AllInterfaces.SelectMany(static contract => contract.GetMembers()).OfType<IMethodSymbol>())
            {
                if (type.FindImplementationForInterfaceMember(asked)?.OriginalDefinition is IMethodSymbol { ContainingType: var where } runs && !SymbolEqualityComparer.Default.Equals(where, type))
                {
                    if (!found.TryGetValue(runs, out var all))
                    {
                        found.Add(runs, all = []);
                    }

                    all.Add(asked.OriginalDefinition);
                }
            }
        }

        return found;
    }

    /// <summary>What our generator puts before services hands everything on to them: a call is followed to the service itself.</summary>
    private static bool IsOfDecorators(INamespaceOrTypeSymbol space)
        => space is INamespaceSymbol { Name: "Bound", ContainingNamespace: { Name: "Runtime", ContainingNamespace: { Name: "Crm", ContainingNamespace: { Name: "Ethics", ContainingNamespace.IsGlobalNamespace: true } } } };

    private static bool IsSeenOutside(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a type is the wanted one or derives from it, in whatever form of a generic one.</summary>
    public static bool IsBeneath(ITypeSymbol type, ITypeSymbol wanted)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, wanted.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same, or whether it implements it.</summary>
    public static bool IsA(ITypeSymbol type, ITypeSymbol wanted)
        => IsBeneath(type, wanted) || type.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, wanted.OriginalDefinition));

    /// <summary>The same, and the abstract ones among them from which other assemblies may derive.</summary>
    public IReadOnlyList<INamedTypeSymbol> Beneath(ITypeSymbol type) => beneath.TryGetValue(type.OriginalDefinition, out var found) ? found : [];

    private void Add(INamedTypeSymbol type)
    {
        if (type.IsStatic)
        {
            return;
        }

        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            Put(current);
        }

        foreach (var contract in type.AllInterfaces)
        {
            Put(contract);
        }

        void Put(INamedTypeSymbol seenAs)
        {
            if (!type.IsAbstract)
            {
                PutInto(made, seenAs);
            }

            if (!type.IsAbstract || IsSeenOutside(type))
            {
                PutInto(beneath, seenAs);
            }
        }

        void PutInto(Dictionary<ISymbol, List<INamedTypeSymbol>> where, INamedTypeSymbol seenAs)
        {
            if (!where.TryGetValue(seenAs.OriginalDefinition, out var all))
            {
                where.Add(seenAs.OriginalDefinition, all = []);
            }

            // A type may implement one generic interface more than once.
            if (all.Count == 0 || !SymbolEqualityComparer.Default.Equals(all[all.Count - 1], type))
            {
                all.Add(type);
            }
        }
    }
}
