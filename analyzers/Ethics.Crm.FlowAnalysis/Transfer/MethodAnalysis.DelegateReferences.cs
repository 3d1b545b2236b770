using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Variables that a delegate is handed by reference: what it leaves there.</summary>
internal sealed partial class MethodAnalysis
{
    // What the functions that run leave in each of their parameters; null where nobody asks.
    private FlowValue?[]? left;
    private int leftFrom;

    private static bool IsByReference(IParameterSymbol? parameter) => parameter is { RefKind: RefKind.Ref or RefKind.Out };

    /// <summary>Runs what is known of a delegate; what it leaves behind references is put there once nothing else runs.</summary>
    private FlowValue RunAndLeave(IOperation operation, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments, out FlowValue?[]? found)
    {
        var asked = left;
        left = arguments.Any(static argument => IsByReference(argument.Parameter)) ? new FlowValue?[values.Length] : null;
        var result = RunWith(operation, owner, values, arguments);
        found = left;
        left = asked;
        return result;
    }

    /// <param name="isAll">Whether nothing else can have run.</param>
    private void PutLeft(IOperation operation, FlowValue?[]? found, FlowValue[] values, IReadOnlyList<GivenArgument> arguments, bool isAll)
    {
        for (var i = 0; i < found?.Length; i++)
        {
            if (found[PlaceOf(arguments, i)] is { } value && IsByReference(arguments[i].Parameter))
            {
                Assign(arguments[i].Value, InHand(operation, isAll ? value : value.And(values[i]).And(arguments[i].Value is IDeclarationExpressionOperation { Expression: var declared } ? Evaluate(declared) : Evaluate(arguments[i].Value))));
            }
        }
    }

    /// <summary>Runs one of several functions. What one of which nothing is seen may leave in a variable is what was there, or anything that it was handed.</summary>
    private FlowValue RunOne(MadeObject function, IOperation operation, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if (left is not { } all)
        {
            return Run(function, operation);
        }

        left = new FlowValue?[all.Length];
        var result = Run(function, operation);
        for (var i = 0; i < all.Length; i++)
        {
            var place = PlaceOf(arguments, i);
            var one = left[place] ?? FlowValue.Of(values.Aggregate(FlowValue.None, (sum, value) => sum.And(Looked(value))).Taints).And(values[i]);
            all[place] = (all[place] ?? FlowValue.None).And(one);
        }

        left = all;
        return result;
    }

    /// <summary>Which parameter of a delegate an argument is for: they may be named, and stand in another order.</summary>
    private static int PlaceOf(IReadOnlyList<GivenArgument> arguments, int number)
        => arguments[number].Parameter is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } } parameter && parameter.Ordinal < arguments.Count ? parameter.Ordinal : number;

    private void Leave(FlowValue?[]? asking, IMethodSymbol target, MethodSummary summary, Func<FlowValue, FlowValue> put)
    {
        foreach (var parameter in target.Parameters)
        {
            if (asking is not null && IsByReference(parameter) && parameter.Ordinal - leftFrom is >= 0 and var place && place < asking.Length && summary.Outs.TryGetValue(parameter, out var value))
            {
                asking[place] = (asking[place] ?? FlowValue.None).And(put(value));
            }
        }
    }

    /// <summary>What a function is known to yield and to leave: whoever only has it in hand gets either by calling it.</summary>
    private static FlowValue WithLeft(FlowValue yields, IMethodSymbol function, MethodSummary summary)
    {
        foreach (var parameter in function.Parameters)
        {
            if (IsByReference(parameter) && summary.Outs.TryGetValue(parameter, out var value))
            {
                yields = yields.With(value.Taints);
            }
        }

        return yields;
    }
}
