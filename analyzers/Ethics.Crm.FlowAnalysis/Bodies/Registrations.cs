using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>The classes that a container is told to make objects of, or of which it is handed one: <c>AddScoped&lt;IDesk, Desk&gt;()</c>, <c>AddSingleton(new Desk())</c>. Noted while the compiler works.</summary>
internal sealed class Registrations
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, byte> shared = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, byte> transient = new(SymbolEqualityComparer.Default);

    /// <param name="called">A generic method, or an extension.</param>
    public void Note(IMethodSymbol called, IOperation operation)
    {
        var name = called.Name;
        if (name.Length < 6 || name[0] is not ('A' or 'T' or 'S' or 'K') || LifetimeOf(called, name) is not { } lifetime)
        {
            return;
        }

        // The last one that is named is what is made; where a function or an object is handed over, it is whatever that yields.
        if (called.IsGenericMethod)
        {
            Add(called.TypeArguments[called.TypeArguments.Length - 1]);
            return;
        }

        if (operation is not IInvocationOperation call)
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            switch (argument.Value)
            {
                case ITypeOfOperation named when argument.Parameter?.Name is "implementationType" or "serviceType":
                    Add(named.TypeOperand);
                    break;
                case IConversionOperation { Operand: { Type: { } given } } when argument.Parameter?.Name == "implementationInstance":
                    Add(given);
                    break;
            }
        }

        void Add(ITypeSymbol type)
        {
            if (type is INamedTypeSymbol named)
            {
                lifetime.TryAdd(named.OriginalDefinition, 0);
            }
        }
    }

    private ConcurrentDictionary<INamedTypeSymbol, byte>? LifetimeOf(IMethodSymbol called, string name)
    {
        if (!called.IsExtensionMethod && called.ContainingType.Name != "ServiceDescriptor")
        {
            return null;
        }

        return name switch
        {
            "AddTransient" or "TryAddTransient" or "AddKeyedTransient" or "TryAddKeyedTransient" or "Transient" or "KeyedTransient" => transient,
            "AddScoped" or "TryAddScoped" or "AddKeyedScoped" or "TryAddKeyedScoped" or "Scoped" or "KeyedScoped" => shared,
            "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton" or "TryAddKeyedSingleton" or "Singleton" or "KeyedSingleton" or "AddHostedService" => shared,
            _ => null,
        };
    }

    /// <summary>Whether several get the same object of it.</summary>
    public bool IsShared(INamedTypeSymbol type) => shared.ContainsKey(type);

    /// <summary>Whether several get the same object of an interface of it, of which nothing says what makes it.</summary>
    public bool IsSharedByContract(INamedTypeSymbol type) => !shared.IsEmpty && type.AllInterfaces.Any(contract => shared.ContainsKey(contract.OriginalDefinition));

    /// <summary>Whether everybody gets an object of it for himself.</summary>
    public bool IsTransient(INamedTypeSymbol type) => transient.ContainsKey(type) && !shared.ContainsKey(type);
}
