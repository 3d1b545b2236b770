using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Calls;

/// <summary>The classes and structs of this compilation, and what of them an object can be that is seen as some type.</summary>
internal sealed class TypeHierarchy
{
    private readonly List<INamedTypeSymbol> types = [];
    private readonly Dictionary<ISymbol, List<INamedTypeSymbol>> made = new(SymbolEqualityComparer.Default);

    public TypeHierarchy(Compilation compilation)
    {
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            foreach (var inner in pending.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
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

    private void Add(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.IsStatic)
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
            if (!made.TryGetValue(seenAs.OriginalDefinition, out var all))
            {
                made.Add(seenAs.OriginalDefinition, all = []);
            }

            // A type may implement one generic interface more than once.
            if (all.Count == 0 || !SymbolEqualityComparer.Default.Equals(all[all.Count - 1], type))
            {
                all.Add(type);
            }
        }
    }
}
