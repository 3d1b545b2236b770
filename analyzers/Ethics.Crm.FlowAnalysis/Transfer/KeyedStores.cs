using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Objects of the framework that keep values under keys and are no dictionaries.</summary>
internal static class KeyedStores
{
    /// <summary>What keeps values under keys, and hands out, replaces and forgets them one by one.</summary>
    public static bool Is(ITypeSymbol? type) => type switch
    {
        { Name: "IMemoryCache" or "MemoryCache", ContainingNamespace: { Name: "Memory", ContainingNamespace: { Name: "Caching", ContainingNamespace.Name: "Extensions" } } } => true,
        { Name: "IDistributedCache", ContainingNamespace: { Name: "Distributed", ContainingNamespace: { Name: "Caching", ContainingNamespace.Name: "Extensions" } } } => true,
        { Name: "ISession", ContainingNamespace: { Name: "Http", ContainingNamespace.Name: "AspNetCore" } } => true,
        _ => false,
    };
}
