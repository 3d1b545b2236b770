using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>Conditions that ask whether anybody has refused: where nobody has, all of the list have been asked.</summary>
internal static class NobodyRefused
{
    /// <summary>The list of those who refused that a condition finds empty; null where it says nothing of that.</summary>
    /// <param name="condition">E.g. <c>split.Refused.Any()</c>, <c>split.Refused.Count == 0</c>.</param>
    /// <param name="value">What the condition has come to.</param>
    public static IPropertyReferenceOperation? In(IOperation condition, bool value)
    {
        var (list, holds) = condition switch
        {
            IInvocationOperation { TargetMethod: { Name: "Any", Parameters.Length: 1, ContainingType: { Name: "Enumerable" } }, Arguments: [{ Value: var all }] } => (all, static count => count > 0),
            IBinaryOperation both when Number(both.RightOperand) is { } right => (Counted(both.LeftOperand), Relation(both.OperatorKind, count => count, _ => right)),
            IBinaryOperation both when Number(both.LeftOperand) is { } left => (Counted(both.RightOperand), Relation(both.OperatorKind, _ => left, count => count)),
            IIsPatternOperation matched => (Counted(matched.Value), count => Matches(matched.Pattern, count)),
            _ => ((IOperation?)null, (Func<int, bool?>)(static _ => null)),
        };
        var found = list is IConversionOperation conversion ? conversion.Operand : list;

        // The condition has to come to this value for none, and for none else.
        return found is IPropertyReferenceOperation refused && RefusedItems.Are(refused) && holds(0) == value && holds(1) == !value && holds(int.MaxValue) == !value ? refused : null;
    }

    /// <summary>What a number counts; null where it counts nothing.</summary>
    private static IOperation? Counted(IOperation number) => number switch
    {
        IPropertyReferenceOperation { Property.Name: "Count", Instance: { } list } => list,
        IInvocationOperation { TargetMethod: { Name: "Count", Parameters.Length: 1, ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var list }] } => list,
        _ => null,
    };

    private static Func<int, bool?> Relation(BinaryOperatorKind kind, Func<int, int> left, Func<int, int> right) => count => Compare(kind, left(count), right(count));

    private static bool? Matches(IPatternOperation pattern, int count) => pattern switch
    {
        IConstantPatternOperation { Value: var wanted } when Number(wanted) is { } number => count == number,
        IRelationalPatternOperation { Value: var bound, OperatorKind: var kind } when Number(bound) is { } number => Compare(kind, count, number),
        INegatedPatternOperation not => !Matches(not.Pattern, count),
        _ => null,
    };

    private static bool? Compare(BinaryOperatorKind kind, int left, int right) => kind switch
    {
        BinaryOperatorKind.Equals => left == right,
        BinaryOperatorKind.NotEquals => left != right,
        BinaryOperatorKind.LessThan => left < right,
        BinaryOperatorKind.LessThanOrEqual => left <= right,
        BinaryOperatorKind.GreaterThan => left > right,
        BinaryOperatorKind.GreaterThanOrEqual => left >= right,
        _ => null,
    };

    private static int? Number(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: int number } ? number : null;
}
