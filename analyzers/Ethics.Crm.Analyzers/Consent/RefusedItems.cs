using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>Those that <c>SplitByPermission</c> puts aside because they may not be used.</summary>
internal static class RefusedItems
{
    /// <summary>Whether an operation is the list of them.</summary>
    public static bool Are(IOperation operation) => operation is IPropertyReferenceOperation { Property: { Name: "Refused", ContainingType.Name: "PermittedSplit" } property } && ConsentQuestions.IsOurs(property.ContainingType);

    /// <summary>Whether a place is about one of them: it says so, or it stands in a loop or a function over them.</summary>
    public static bool AreAt(IOperation place)
    {
        if (place.DescendantsAndSelf().Any(IsOne))
        {
            return true;
        }

        var isInFunction = false;
        for (IOperation child = place, parent = place.Parent!; parent is not null; child = parent, parent = parent.Parent!)
        {
            var list = parent switch
            {
                IForEachLoopOperation loop when child == loop.Body => loop.Collection,
                IInvocationOperation call when isInFunction => ReceiverOf(call),
                _ => null,
            };
            if (list is not null && AreIn(list))
            {
                return true;
            }

            isInFunction = parent is IAnonymousFunctionOperation || (isInFunction && parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation);
        }

        return false;
    }

    private static bool IsOne(IOperation operation) => operation is IPropertyReferenceOperation { Property: { Name: "Item", ContainingType.Name: "RefusedItem" } property } && ConsentQuestions.IsOurs(property.ContainingType);

    private static bool AreIn(IOperation list)
    {
        for (var current = list; current is not null; current = current switch
        {
            IConversionOperation conversion => conversion.Operand,
            IInvocationOperation call => ReceiverOf(call),
            _ => null,
        })
        {
            if (Are(current))
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation? ReceiverOf(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0 && call.TargetMethod.IsExtensionMethod)?.Value;
}
