using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>Whether a value that is put into a variable is still there where the variable is used, as far as the order of the text says it.</summary>
internal static class OverwrittenValues
{
    /// <param name="put">What is put there, or what puts it.</param>
    public static bool IsGone(ISymbol variable, IOperation put, IOperation use, IOperation body)
    {
        // Who runs when is only known of what stands in one function.
        if (FunctionOf(put) != FunctionOf(use))
        {
            return false;
        }

        if (use.Syntax.SpanStart < put.Syntax.SpanStart)
        {
            return !IsInOneLoop(put, use);
        }

        foreach (var operation in body.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation { Parent: IBlockOperation block } } other
                && SymbolEqualityComparer.Default.Equals(Variable(other.Target), variable)
                && other.Syntax.SpanStart > put.Syntax.Span.End && other.Syntax.Span.End < use.Syntax.SpanStart && FunctionOf(other) == FunctionOf(use) && IsAround(block, use))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? Variable(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };

    private static IOperation? FunctionOf(IOperation operation)
    {
        var current = operation.Parent;
        while (current is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            current = current.Parent;
        }

        return current;
    }

    private static bool IsInOneLoop(IOperation put, IOperation use)
    {
        for (var current = use.Parent; current is not null; current = current.Parent)
        {
            if (current is ILoopOperation or ILabeledOperation && IsAround(current, put))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAround(IOperation outer, IOperation inner)
    {
        for (var current = inner.Parent; current is not null; current = current.Parent)
        {
            if (current == outer)
            {
                return true;
            }
        }

        return false;
    }
}
