using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Arguments on their way into what is called: each by itself, whatever the compiler gathers them in.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>One argument comes to what is called. A labelled parameter is a border of its own.</summary>
    private void HandIn(IMethodSymbol target, IParameterSymbol? parameter, ITypeSymbol? receiver, IOperation argument, FlowValue value)
    {
        if (parameter is not { IsParams: true } || !IsGathered(argument))
        {
            if (!Cross(parameter, receiver, argument, value) && !(IsFunction(parameter?.Type) && !IsFromElsewhere(target)))
            {
                HandOver(argument.Syntax, value, target);
            }

            return;
        }

        // Each argument is one by itself, whatever the compiler gathers them in.
        var isHanded = false;
        foreach (var (part, held) in Arguments(argument, parameter, value))
        {
            if (!held.IsNone && !Cross(parameter, receiver, part, held))
            {
                HandOver(part.Syntax, held, target);
                isHanded |= !held.Taints.IsEmpty;
            }
        }

        foreach (var made in isHanded ? value.Objects : FlatSet<HeapObject>.Empty)
        {
            foreach (var element in store.Heap.PartsOf(made).ToArray())
            {
                Write(made, element.Key, Received(element.Value, target), true);
            }
        }
    }

    /// <summary>An array, or another collection, that the compiler makes of several arguments is each of them.</summary>
    private IEnumerable<(IOperation Part, FlowValue Value)> Arguments(IOperation argument, IParameterSymbol? parameter, FlowValue value)
    {
        var made = Made(argument);
        if (made is IArrayCreationOperation { IsImplicit: true, Initializer: { } initializer })
        {
            for (var i = 0; i < initializer.ElementValues.Length; i++)
            {
                yield return (initializer.ElementValues[i], store.Read(value, Segment.At(i)));
            }
        }
        else if (IsGathered(made))
        {
            // Such a collection does not keep apart what lies where. Most calls have nothing in it.
            foreach (var part in store.Read(value, Segment.Elements).IsNone ? [] : made.ChildOperations.ToArray())
            {
                yield return (part, Evaluate(part));
            }
        }
        else
        {
            yield return (argument, parameter is { IsParams: true } ? value.And(store.Read(value, Segment.Elements)) : value);
        }
    }

    /// <summary>Whether an argument stands for several that are written one by one.</summary>
    private static bool IsGathered(IOperation argument) => Made(argument) is { IsImplicit: true } made && (made is IArrayCreationOperation || (int)made.Kind == ExpressionOfCollection);

    private static IOperation Made(IOperation argument)
    {
        while (argument is IConversionOperation conversion)
        {
            argument = conversion.Operand;
        }

        return argument;
    }

    /// <summary>
    /// What an argument can be; default where that is not known. What is seen as a type of the framework may be a text, a number or a date as well as an object of the program, and of these nothing lies here
    /// but their labels; a struct may come from nowhere.
    /// </summary>
    private ImmutableArray<ITypeSymbol> TypesOf(IReadOnlyList<GivenArgument> arguments, int ordinal, FlowValue value)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if ((arguments[i].Parameter?.Ordinal ?? i) == ordinal)
            {
                return Through(arguments[i].Value) switch
                {
                    IParameterReferenceOperation { Parameter: var own } when graph.Known.Types.ContainsKey(own) => KnownTypesOf(value),
                    { Type: { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String } text } => ImmutableArray.Create<ITypeSymbol>(text),
                    { Type: INamedTypeSymbol { TypeKind: TypeKind.Struct } type } when IsOurs(type) => ImmutableArray.Create<ITypeSymbol>(type.OriginalDefinition),
                    { Type: INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } type } when IsOurs(type) && solver.Targets.AreReferences(type) => KnownTypesOf(value),
                    _ => default,
                };
            }
        }

        return default;
    }

    /// <summary>Whether it is known of anything that a call hands in what lies in it.</summary>
    private bool KnowsParts(FlowValue owner, FlowValue[] given)
    {
        if (!graph.Known.IsExact)
        {
            return false;
        }

        if (owner.Objects.Any(MayKnow))
        {
            return true;
        }

        foreach (var value in given)
        {
            if (value.Objects.Any(MayKnow))
            {
                return true;
            }
        }

        return false;

        bool MayKnow(HeapObject one) => one is MadeObject { Type: INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type } ? IsOurs(type) : one is InputObject { IsWaiting: false } && !graph.Known.Parts.IsEmpty;
    }

    /// <summary>The types of what lies in what a call hands in. Default where they are not known.</summary>
    private ImmutableArray<ITypeSymbol> TypesOf(InputObject part, FlowValue handed)
    {
        foreach (var segment in part.Path.Segments)
        {
            handed = store.Read(handed, segment);
        }

        return handed.Objects.IsEmpty ? default : KnownTypesOf(handed);
    }

    private ImmutableArray<ITypeSymbol> KnownTypesOf(FlowValue value) => graph.Known.TypesOf(value) is { IsDefault: false } types ? types : solver.Targets.HandedOut(value);
}
