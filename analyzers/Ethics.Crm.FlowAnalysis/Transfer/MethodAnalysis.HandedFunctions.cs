using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Functions that are handed to code that nobody knows, which calls them with what it has: queries, collections, threads.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Code that nobody knows may call a function with whatever it was given.</summary>
    /// <param name="function">What the argument is.</param>
    /// <returns>What it then yields; what a lambda that is written in place yields is its value already.</returns>
    private FlowValue Hand(IOperation argument, IParameterSymbol? parameter, FlowValue function, FlowValue all)
    {
        switch (Function(argument))
        {
            case IFlowAnonymousFunctionOperation lambda:
                foreach (var own in lambda.Symbol.Parameters)
                {
                    nested.Hand(own, all.Where(one => Known.MayBe(TypeOf(one), own.Type)));
                }

                return FlowValue.None;
            case IMethodReferenceOperation group:
                return all.IsNone ? FlowValue.None : MethodGroup(group, all);
            default:
                return IsFunction(argument.Type) && !IsTakenAsValue(parameter) ? CalledOutside(argument, function, all) : FlowValue.None;
        }
    }

    /// <summary>Whether code that takes values of any type is handed it, and so cannot call it.</summary>
    private static bool IsTakenAsValue(IParameterSymbol? parameter)
        => parameter is { OriginalDefinition.Type.TypeKind: TypeKind.TypeParameter, ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } };

    /// <summary>What a function that is handed over yields for what it is called with.</summary>
    private FlowValue ResultOf(IOperation argument, FlowValue handed) => Function(argument) switch
    {
        IFlowAnonymousFunctionOperation lambda => nested.SummaryOf(lambda.Symbol).Result,
        IMethodReferenceOperation group => MethodGroup(group, handed),
        var other when IsFunction(argument.Type) => CalledOutside(argument, Evaluate(other), handed),
        var other => Evaluate(other),
    };

    private static IOperation Function(IOperation argument)
    {
        while (true)
        {
            switch (argument)
            {
                case IConversionOperation conversion:
                    argument = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    argument = creation.Target;
                    break;
                case IMethodReferenceOperation { Method.MethodKind: MethodKind.DelegateInvoke, Instance: { } called }:
                    // What its Invoke calls is the function itself.
                    argument = called;
                    break;
                default:
                    return argument;
            }
        }
    }

    /// <summary>Code that nobody knows calls a function that lies in a variable, or was handed in or out.</summary>
    /// <param name="argument">The function, as it is handed over.</param>
    /// <param name="handed">What each of its parameters may be.</param>
    /// <returns>What it yields.</returns>
    private FlowValue CalledOutside(IOperation argument, FlowValue function, FlowValue handed)
    {
        if (function.Objects.IsEmpty || argument.Type is not INamedTypeSymbol { DelegateInvokeMethod.Parameters: var parameters })
        {
            return function;
        }

        var result = RunWith(argument, function, [.. parameters.Select(_ => handed)], [.. parameters.Select(parameter => new GivenArgument(parameter, argument))]);
        if (function.Objects.Any(IsUnseen))
        {
            Lose(argument.Syntax, Looked(handed), "a delegate");
        }

        return (function.Objects.Any(IsMadeElsewhere) ? result.And(handed) : result).With(function.Taints);
    }

    /// <summary>Whether something may come to a function after it was handed over.</summary>
    private static bool MayBeCalledLater(ITypeSymbol? function) => function is INamedTypeSymbol { DelegateInvokeMethod.Parameters.IsEmpty: false };

    /// <summary>The functions with which an object of the framework is made: a thread, a progress.</summary>
    private static FlowValue KeptFunctions(IObjectCreationOperation creation, FlowValue[] values)
    {
        var kept = FlowValue.None;
        for (var i = 0; i < values.Length; i++)
        {
            if (MayBeCalledLater(creation.Arguments[i].Parameter?.Type))
            {
                kept = kept.And(values[i].Where(IsFunction));
            }
        }

        return kept.Unlabelled();
    }

    /// <summary>An object that was made with functions is handed something, <c>thread.Start(state)</c>: it calls them with that.</summary>
    private void CallKept(IOperation operation, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        var handed = values.Aggregate(FlowValue.None, static (all, value) => all.And(value));
        foreach (var one in handed.IsNone ? [] : Functions(store.Read(owner.Where(static one => one is MadeObject { Function: null }), Segment.Unknown)).ToArray())
        {
            var count = one.Function!.Parameters.Length - Bound(one);
            RunWith(operation, FlowValue.Of(one), [.. Enumerable.Repeat(handed, count)], [.. Enumerable.Repeat(new GivenArgument(null, arguments[0].Value), count)]);
        }
    }

    /// <summary>A delegate is called with an array of arguments.</summary>
    /// <returns>What it yields, and what is known of it.</returns>
    private FlowValue InvokedByName(IOperation operation, FlowValue owner, FlowValue array, GivenArgument argument)
    {
        var handed = store.Read(array, Segment.Elements);
        var result = owner;
        if ((operation as IInvocationOperation)?.Instance is { } called)
        {
            RunsKept(operation.Syntax, called, owner);
        }

        foreach (var one in Functions(owner).ToArray())
        {
            var count = one.Function!.Parameters.Length - Bound(one);
            result = result.And(RunWith(operation, FlowValue.Of(one), [.. Enumerable.Repeat(handed, count)], [.. Enumerable.Repeat(new GivenArgument(null, argument.Value), count)]));
        }

        return result;
    }
}
