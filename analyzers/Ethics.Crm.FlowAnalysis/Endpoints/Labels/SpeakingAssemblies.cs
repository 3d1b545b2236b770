using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Which assemblies can carry the product's attributes: those that reference it, directly or by another. The framework never does, so its members need no look-up.</summary>
internal sealed class SpeakingAssemblies
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> known = new(SymbolEqualityComparer.Default);

    public bool MaySpeak(IAssemblySymbol? assembly)
    {
        if (assembly is null)
        {
            return false;
        }

        if (known.TryGetValue(assembly, out var speaks))
        {
            return speaks;
        }

        speaks = !IsProduct(assembly) && Search(assembly, new HashSet<IAssemblySymbol>(SymbolEqualityComparer.Default));
        known.TryAdd(assembly, speaks);
        return speaks;
    }

    /// <summary>It declares the attributes and carries none.</summary>
    private static bool IsProduct(IAssemblySymbol assembly) => assembly.Name is "Ethics.Crm" or "Ethics.Crm.Abstractions";

    private static bool Search(IAssemblySymbol assembly, HashSet<IAssemblySymbol> visited)
    {
        if (!visited.Add(assembly))
        {
            return false;
        }

        // The attributes may also be compiled into the assembly itself.
        return assembly.GetTypeByMetadataName(AttributeNames.DataCategory) is not null
            || assembly.Modules.Any(module => module.ReferencedAssemblySymbols.Any(referenced => Search(referenced, visited)));
    }
}
