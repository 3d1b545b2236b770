using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// Methods that implement a generic interface for one class: who calls them by the interface, for whatever type, comes to them only with an object of that class. A handler of one kind of message is not handed
/// another one, though both may come to the code that hands messages out.
/// </summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>What the method that is looked at was handed, and must be of which class for what is called now to run. Null where nothing is asked of it.</summary>
    private List<(ISymbol Input, ITypeSymbol Class)>? askedClasses;

    private ITypeSymbol? ClassAsked(ISymbol input)
    {
        foreach (var (asked, type) in askedClasses ?? [])
        {
            if (SymbolEqualityComparer.Default.Equals(asked, input))
            {
                return type;
            }
        }

        return null;
    }

    /// <param name="called">What is called by its name.</param>
    /// <param name="target">What may run.</param>
    private List<(ISymbol Input, ITypeSymbol Class)>? ClassesAsked(IMethodSymbol called, IMethodSymbol target, FlowValue[] given)
    {
        if (SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, target))
        {
            return askedClasses;
        }

        List<(ISymbol, ITypeSymbol)>? found = null;
        for (var i = 0; i < given.Length && i < target.Parameters.Length; i++)
        {
            if (target.Parameters[i] is { RefKind: RefKind.None, Type: INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } type }
                && given[i].Objects is [InputObject { Path.Text.Length: 0, Input: IParameterSymbol { Type: var seenAs } input }] && !TypeHierarchy.IsA(seenAs.OriginalDefinition, type.OriginalDefinition))
            {
                (found ??= askedClasses is null ? [] : [.. askedClasses]).Add((input, type.OriginalDefinition));
            }
        }

        return found ?? askedClasses;
    }

    /// <summary>Whether an arrival never comes about with what this call hands in, because all of that is of other classes.</summary>
    private static bool IsExcluded(Substitution call, InputArrival arrival)
    {
        if (arrival.OnlyAs is not { } asked)
        {
            return false;
        }

        var objects = call.Objects(new InputObject(arrival.Origin.Input, AccessPath.Root));
        foreach (var one in objects)
        {
            if (one is not MadeObject { Type: INamedTypeSymbol { TypeKind: TypeKind.Class } type } || TypeHierarchy.IsA(type.OriginalDefinition, asked))
            {
                return false;
            }
        }

        return !objects.IsEmpty;
    }
}
