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
}
