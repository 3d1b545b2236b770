using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>
/// Whether of two registrations one is always there where the other is. That is so only where the text shows it beyond doubt: both in one block and one collection, and nothing
/// between them that leaves the block or may build a container (<see cref="QuietCode"/>).
/// </summary>
internal static class RegistrationOrder
{
    /// <summary>Whether a container that has the first registration always has the second, which stands behind it.</summary>
    public static bool Leads(Registration first, Registration second)
    {
        if (first.Call is not { } one || second.Call is not { } other || one == other)
        {
            return false;
        }

        if (CallsBehind(one, other) is { } chain)
        {
            return chain.SelectMany(ArgumentsOf).All(static argument => QuietCode.IsQuiet(argument, null));
        }

        return StatementOf(other) is { } later && IsAlways(other, later) && IsUncaught(later)
            && Beside(one, later) is { } earlier && Between(earlier, later) is { } between && CollectionRoot.Of(one) is { } root && root.Is(CollectionRoot.Of(other))
            && between.All(statement => QuietCode.IsQuiet(statement, later) && !root.IsSetIn(statement))
            && !root.IsSetByFunctionsAround(later);
    }

    /// <summary>Whether whoever comes to the second registration has made the first before, in the same collection.</summary>
    public static bool Follows(Registration first, Registration second)
    {
        if (first.Call is not { } one || second.Call is not { } other || one == other)
        {
            return false;
        }

        return CallsBehind(one, other) is not null
            || (StatementOf(one) is { } earlier && IsAlways(one, earlier) && Beside(other, earlier) is { } later && Between(earlier, later) is { } between && CollectionRoot.Of(one) is { IsFixed: true } root && root.Is(CollectionRoot.Of(other))
                && between.All(statement => !root.IsSetIn(statement) && !MayBeComeTo(statement))
                && !root.IsSetByFunctionsAround(later));
    }

    /// <summary>The calls after the first in one expression, the second among them. Null where the second is not made on what the first hands on.</summary>
    private static IReadOnlyList<IInvocationOperation>? CallsBehind(IInvocationOperation first, IInvocationOperation second)
    {
        var all = new List<IInvocationOperation> { second };
        for (var current = CollectionRoot.Before(second); current is not null; current = CollectionRoot.Before(current))
        {
            if (current == first)
            {
                return all;
            }

            if (current is IInvocationOperation call)
            {
                all.Add(call);
            }
        }

        return null;
    }

    private static IEnumerable<IOperation> ArgumentsOf(IInvocationOperation call)
        => call.Arguments.Where(argument => call.Instance is not null || argument.Parameter?.Ordinal != 0);

    /// <summary>The statement of a block in which it stands. Null where it stands in a function or an initializer of its own.</summary>
    private static IOperation? StatementOf(IOperation operation)
    {
        for (var current = operation; current is { Parent: { } parent } and not IAnonymousFunctionOperation; current = parent)
        {
            if (parent is IBlockOperation)
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>Whether the call is made whenever the statement is reached.</summary>
    private static bool IsAlways(IOperation call, IOperation statement)
    {
        for (var current = call; current is not null && current != statement; current = current.Parent)
        {
            if (current is not (IInvocationOperation or IArgumentOperation or IConversionOperation or IParenthesizedOperation or IPropertyReferenceOperation or ISimpleAssignmentOperation or IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation))
            {
                return false;
            }
        }

        return statement is IExpressionStatementOperation or IReturnOperation { Kind: OperationKind.Return } or IVariableDeclarationGroupOperation;
    }

    /// <summary>Whether no handler goes on where a statement has thrown.</summary>
    private static bool IsUncaught(IOperation statement)
    {
        for (var current = statement.Parent; current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); current = current.Parent)
        {
            if (current is ITryOperation { Catches.IsEmpty: false })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The statement in the block of the other one in which the registration stands. Null where it stands elsewhere, or in a function there.</summary>
    private static IOperation? Beside(IOperation registration, IOperation other)
    {
        for (var current = registration; current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); current = current.Parent)
        {
            if (current.Parent == other.Parent)
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>The statements from one to the other, with both. Null where the other is not behind it.</summary>
    private static IReadOnlyList<IOperation>? Between(IOperation earlier, IOperation later)
    {
        var all = ((IBlockOperation)later.Parent!).Operations;
        var start = all.IndexOf(earlier);
        var end = all.IndexOf(later);
        return start < end ? all.Skip(start).Take(end - start + 1).ToArray() : null;
    }

    /// <summary>Whether code may go on from there that has not come by what stands before.</summary>
    private static bool MayBeComeTo(IOperation statement) => statement.DescendantsAndSelf().Any(static operation => operation is ILabeledOperation);
}
