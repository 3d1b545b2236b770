using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>The classes that a container is told to make objects of: <c>AddScoped&lt;IDesk, Desk&gt;()</c>. Noted while the compiler works.</summary>
internal sealed class Registrations
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, byte> shared = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, byte> transient = new(SymbolEqualityComparer.Default);

    public void Note(IMethodSymbol called)
    {
        var name = called.Name;
        if (name.Length < 9 || name[0] is not ('A' or 'T') || !called.IsExtensionMethod || called.TypeArguments[called.TypeArguments.Length - 1] is not INamedTypeSymbol type)
        {
            return;
        }

        switch (name)
        {
            case "AddTransient" or "TryAddTransient" or "AddKeyedTransient":
                transient.TryAdd(type.OriginalDefinition, 0);
                break;
            case "AddScoped" or "TryAddScoped" or "AddKeyedScoped" or "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton" or "AddHostedService":
                shared.TryAdd(type.OriginalDefinition, 0);
                break;
        }
    }

    /// <summary>Whether several get the same object of it.</summary>
    public bool IsShared(INamedTypeSymbol type) => shared.ContainsKey(type);

    /// <summary>Whether everybody gets an object of it for himself.</summary>
    public bool IsTransient(INamedTypeSymbol type) => transient.ContainsKey(type) && !shared.ContainsKey(type);
}
