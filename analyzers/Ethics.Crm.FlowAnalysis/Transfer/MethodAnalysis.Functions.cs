using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Lambdas, local functions and method groups.</summary>
internal sealed partial class MethodAnalysis
{
    private FlowValue Lambda(IFlowAnonymousFunctionOperation lambda)
    {
        nested.Add(lambda.Symbol, graph.Body.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken));
        nested.Publish(store);
        return FlowValue.Of(nested.SummaryOf(lambda.Symbol).Result.Taints);
    }

    private void Learn(IMethodSymbol localFunction)
    {
        // It may stand in this body or in one around it.
        for (var body = graph.Body; body is not null; body = body.Parent)
        {
            if (body.LocalFunctions.Contains(localFunction.OriginalDefinition))
            {
                nested.Add(localFunction.OriginalDefinition, body.GetLocalFunctionControlFlowGraph(localFunction.OriginalDefinition, cancellationToken));
                break;
            }
        }

        nested.Publish(store);
    }

    private FlowValue MethodGroup(IMethodReferenceOperation reference)
    {
        if (Labelled(reference) is { } labelled)
        {
            return labelled;
        }

        if (reference.Method.MethodKind == MethodKind.LocalFunction)
        {
            Learn(reference.Method);
            return Handed(reference, nested.SummaryOf(reference.Method.OriginalDefinition));
        }

        return solver.HasBody(reference.Method) ? Handed(reference, solver.SummaryOf(reference.Method.OriginalDefinition, method)) : FlowValue.None;
    }

    /// <summary>Whoever gets the delegate calls it out of sight, so it is called here.</summary>
    private FlowValue Handed(IMethodReferenceOperation reference, MethodSummary summary)
    {
        var callee = reference.Method.OriginalDefinition;
        Calls(callee, reference.Syntax);
        return summary.Result.Select(taint => TakeOver(taint, callee, reference.Syntax));
    }

    /// <summary>Code that nobody knows may call a lambda with whatever it was given.</summary>
    private void Hand(IOperation argument, FlowValue all)
    {
        while (argument is IConversionOperation or IDelegateCreationOperation)
        {
            argument = argument is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)argument).Target;
        }

        if (argument is IFlowAnonymousFunctionOperation lambda)
        {
            foreach (var parameter in lambda.Symbol.Parameters)
            {
                nested.Hand(parameter, all);
            }
        }
    }
}
