using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Type parameters of a method and of its type, and what a call puts in their place.</summary>
internal static class TypeArguments
{
    /// <summary>A type as the method names it, as the call knows it.</summary>
    /// <param name="called">The method or property that is called, with its type arguments.</param>
    public static INamedTypeSymbol Put(INamedTypeSymbol type, IMethodSymbol method, ISymbol called)
    {
        if (!type.IsGenericType || type.ContainingType is { IsGenericType: true })
        {
            return type;
        }

        var arguments = type.TypeArguments.Select(argument => Put(argument, method, called)).ToArray();
        return arguments.SequenceEqual(type.TypeArguments, SymbolEqualityComparer.Default) ? type : type.OriginalDefinition.Construct(arguments);
    }

    /// <summary>What stands for a type parameter of the method that runs. Null where the call does not say: it calls it by what it overrides or implements.</summary>
    public static ITypeSymbol? Of(ITypeParameterSymbol parameter, IMethodSymbol method, ISymbol called)
        => parameter.DeclaringMethod is not null
            ? called is IMethodSymbol known && Is(known.OriginalDefinition, method) ? known.TypeArguments[parameter.Ordinal] : null
            : Is(called.ContainingType.OriginalDefinition, method.ContainingType) ? called.ContainingType.TypeArguments[parameter.Ordinal] : null;

    private static ITypeSymbol Put(ITypeSymbol argument, IMethodSymbol method, ISymbol called) => argument switch
    {
        ITypeParameterSymbol parameter when Is(parameter.DeclaringMethod, method) => called is IMethodSymbol known && Is(known.OriginalDefinition, method) ? known.TypeArguments[parameter.Ordinal] : parameter,
        ITypeParameterSymbol parameter when Is(parameter.DeclaringType, method.ContainingType) => Is(called.ContainingType.OriginalDefinition, method.ContainingType) ? called.ContainingType.TypeArguments[parameter.Ordinal] : parameter,
        INamedTypeSymbol inner => Put(inner, method, called),
        _ => argument,
    };

    private static bool Is(ISymbol? one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
