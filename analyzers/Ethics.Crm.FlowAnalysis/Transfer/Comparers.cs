using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>By what collections tell their keys and elements apart, as far as it stands where they are made.</summary>
internal static class Comparers
{
    /// <summary>Whether texts that differ in upper and lower case are two keys of the dictionary that is made.</summary>
    public static bool AreOrdinal(IObjectCreationOperation creation)
    {
        if (!IsDictionary(creation.Type))
        {
            return false;
        }

        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter?.Type.Name == "IEqualityComparer" && !IsOrdinal(argument.Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A dictionary of the framework that compares texts letter by letter where nobody says otherwise.</summary>
    public static bool IsDictionary(ITypeSymbol? type)
        => type is INamedTypeSymbol { Arity: 2, Name: "Dictionary" or "ConcurrentDictionary", ContainingNamespace: { Name: "Generic" or "Concurrent", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } };

    /// <summary>A set of the framework, in which nothing lies twice.</summary>
    public static bool IsSet(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "HashSet" or "SortedSet" or "ISet", Arity: 1, ContainingType: null, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } };

    /// <summary>Whether a class says itself what equals an object of it.</summary>
    public static bool SaysWhatEqualsIt(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var equals in current.GetMembers(WellKnownMemberNames.ObjectEquals))
            {
                if (equals is IMethodSymbol { IsOverride: true })
                {
                    return true;
                }
            }
        }

        return type.AllInterfaces.Any(static one => one is { Name: "IEquatable", ContainingNamespace.Name: "System" });
    }

    private static bool IsOrdinal(IOperation comparer)
    {
        while (comparer is IConversionOperation { OperatorMethod: null } conversion)
        {
            comparer = conversion.Operand;
        }

        return comparer is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation
            or IPropertyReferenceOperation { Property: { Name: "Ordinal", ContainingType: { Name: "StringComparer", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } }
            or IPropertyReferenceOperation { Property: { Name: "Default", ContainingType: { Name: "EqualityComparer", ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } } } };
    }
}
