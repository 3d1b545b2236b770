using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>
/// Whether a body has asked when it comes to a place, by the shape of its statements. Where the answer itself is the condition, the side on which it is a refusal has not asked; what is asked in a loop
/// or in a function that stands before the place counts, because that is how lists of people are made.
/// </summary>
/// <remarks>Each operation is judged once: a body that reads much is not walked through for each of its reads.</remarks>
/// <param name="asks">Whether an operation asks.</param>
/// <param name="sideOf">Of a check of the project's own the answer that is a permission: what comes to the other has not been asked. Null where it is no such check.</param>
/// <param name="ofRefused">The same for those whom a list was split off for, because they refused; null where that makes no difference.</param>
internal sealed partial class AskedBefore(Func<IOperation, bool> asks, Func<IOperation, bool?> sideOf, AskedBefore? ofRefused = null)
{
    /// <summary>From here on a list of statements is gone through once, and not for each of them.</summary>
    private const int Many = 8;

    private readonly Dictionary<IOperation, bool> has = new();
    private readonly Dictionary<IOperation, HashSet<IOperation>> afterwards = new();
    private readonly Dictionary<ILocalFunctionOperation, bool> functions = new();
    private readonly HashSet<ILocalFunctionOperation> entered = new();

    public bool At(IOperation place)
    {
        if (ofRefused is not null && RefusedItems.AreAt(place))
        {
            return ofRefused.At(place);
        }

        for (IOperation child = place, parent = place.Parent!; parent is not null; child = parent, parent = parent.Parent!)
        {
            if (parent is ILocalFunctionOperation local)
            {
                return AtEachCall(local);
            }

            if (Before(parent, child))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether somebody who gets this value for an answer may take it for a permission: it is the other value, or where it is this one it has been asked.</summary>
    public bool IsKnownBy(IOperation answer, bool permission)
        => Constant(Unwrapped(answer)) == !permission || (Constant(Unwrapped(answer)) is null && When(Unwrapped(answer), permission)) || At(answer);

    private static IOperation Unwrapped(IOperation answer) => answer switch
    {
        IConversionOperation { Operand: var operand } => Unwrapped(operand),
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }, Arguments: [{ Value: var value }] } => Unwrapped(value),
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [{ Value: var value }] } => Unwrapped(value),
        _ => answer,
    };

    /// <summary>A local function runs where it is called; that it calls itself is no objection.</summary>
    private bool AtEachCall(ILocalFunctionOperation local)
    {
        if (functions.TryGetValue(local, out var known))
        {
            return known;
        }

        if (!entered.Add(local))
        {
            return true;
        }

        var calls = RootOf(local).Descendants().Where(one => one is IInvocationOperation { TargetMethod: var target } && SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, local.Symbol)).ToArray();
        var found = calls.Length > 0 && calls.All(At);
        entered.Remove(local);

        // A yes inside another function may rest on that one, of which nothing is known yet.
        if (!found || entered.Count == 0)
        {
            functions[local] = found;
        }

        return found;
    }

    /// <summary>The whole body around an operation.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private bool Before(IOperation parent, IOperation child) => parent switch
    {
        IConditionalOperation choice => child != choice.Condition && When(choice.Condition, child == choice.WhenTrue),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both
            => child != both.LeftOperand && When(both.LeftOperand, both.OperatorKind == BinaryOperatorKind.ConditionalAnd),
        IWhileLoopOperation { ConditionIsTop: true, Condition: { } condition } loop => child == loop.Body && When(condition, !loop.ConditionIsUntil),
        IWhileLoopOperation loop => child != loop.Body && Has(loop.Body),
        IForLoopOperation loop => loop.Before.TakeWhile(one => one != child).Any(Has) || (child == loop.Body && loop.Condition is { } condition && When(condition, true)),
        ISwitchOperation choice => child is ISwitchCaseOperation section && InSection(choice, section),
        ISwitchExpressionOperation choice => child is ISwitchExpressionArmOperation arm && InArm(choice, arm),
        ISwitchExpressionArmOperation arm => child == arm.Value && arm.Guard is { } guard && When(guard, true),
        ISwitchCaseOperation section => section.Body.Contains(child) && section.Body.TakeWhile(other => other != child).Any(Has),
        ITryOperation => false,
        { ChildOperations.Count: >= Many } => AfterAsking(parent).Contains(child),
        _ => parent.ChildOperations.TakeWhile(one => one != child).Any(Has),
    };

    /// <summary>What comes in a list of statements after one that asks.</summary>
    private HashSet<IOperation> AfterAsking(IOperation list)
    {
        if (!afterwards.TryGetValue(list, out var found))
        {
            found = new HashSet<IOperation>(list.ChildOperations.SkipWhile(one => !Has(one)).Skip(1));
            afterwards.Add(list, found);
        }

        return found;
    }

    /// <summary>Whether it has been asked once this has run to its end.</summary>
    private bool Has(IOperation operation)
    {
        if (!has.TryGetValue(operation, out var known))
        {
            has.Add(operation, known = Judge(operation));
        }

        return known;
    }

    private bool Judge(IOperation operation)
    {
        switch (operation)
        {
            case ILocalFunctionOperation:
                return false;
            case IExpressionStatementOperation { Operation: var dropped } when IsAnswerOrCheck(Dropped(dropped)):
                return false;
            case IConditionalOperation choice:
                return (Leaves(choice.WhenTrue) || When(choice.Condition, true) || Has(choice.WhenTrue))
                    && (Leaves(choice.WhenFalse) || When(choice.Condition, false) || (choice.WhenFalse is { } otherwise && Has(otherwise)));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                return Has(both.LeftOperand);
            case IPropertyReferenceOperation when RefusedItems.Are(operation):
                return false;
            case IInvocationOperation { TargetMethod: { Name: "Except" or "ExceptBy", ContainingType: { Name: "Enumerable" or "Queryable" } }, Arguments: [var all, ..] }:
                // Those who allow it are the ones that are left out.
                return Has(all);
            case ICoalesceOperation either:
                return Has(either.Value);
            case IConditionalAccessOperation access:
                return Has(access.Operation);
            case ISwitchOperation choice:
                return After(choice);
            case ISwitchExpressionOperation choice:
                return After(choice);
            case ITryOperation tried:
                return Has(tried.Body) || (tried.Finally is { } last && Has(last));
            case ILoopOperation or IAnonymousFunctionOperation:
                return operation.Descendants().Any(asks);
            default:
                return asks(operation) || operation.ChildOperations.Any(Has);
        }
    }

    /// <summary>Whether it has been asked where a condition has come to this value.</summary>
    private bool When(IOperation condition, bool value)
    {
        if (NobodyRefused.In(condition, value) is { Instance: { } split })
        {
            return Has(split);
        }

        if (sideOf(Awaited(condition)) is { } permission)
        {
            return value == permission && Has(condition);
        }

        switch (condition)
        {
            case IParenthesizedOperation whole:
                return When(whole.Operand, value);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return When(not.Operand, !value);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or } both:
                // Where `a && b` holds, both do; where it does not, it may be for either.
                return value == (both.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And)
                    ? When(both.LeftOperand, value) || When(both.RightOperand, value)
                    : When(both.LeftOperand, value) && (When(both.LeftOperand, !value) || When(both.RightOperand, value));
            case IConversionOperation { IsImplicit: true } converted:
                return When(converted.Operand, value);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.ExclusiveOr } both when Constant(both.RightOperand) is { } constant:
                return When(both.LeftOperand, value == (constant == (both.OperatorKind == BinaryOperatorKind.Equals)));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.ExclusiveOr } both when Constant(both.LeftOperand) is { } constant:
                return When(both.RightOperand, value == (constant == (both.OperatorKind == BinaryOperatorKind.Equals)));
            case IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } compared, Arguments: [{ Value: var other }] } when Constant(other) is { } constant:
                return When(compared, value == constant);
            case IIsPatternOperation { Pattern: var pattern, Value: var matched }:
                return Matched(matched, pattern, value);
            case IPropertyReferenceOperation { Property.Name: "Allowed", Instance: { } answer } when IsAnswer(answer):
                return value && Has(answer);
            default:
                return Has(condition);
        }
    }

    /// <summary>Whether it has been asked where a value matches a pattern, or does not.</summary>
    private bool Matched(IOperation value, IPatternOperation pattern, bool matches)
    {
        switch (pattern)
        {
            case INegatedPatternOperation not:
                return Matched(value, not.Pattern, !matches);
            case IDiscardPatternOperation:
                // Whatever the answer is.
                return !matches || (!IsAnswerOrCheck(value) && Has(value));
            case IConstantPatternOperation { Value: var constant } when Constant(constant) is { } wanted:
                return When(value, matches == wanted);
            case IRecursivePatternOperation { PropertySubpatterns: var parts } when IsAnswer(value) && parts.FirstOrDefault(static part => part.Member is IPropertyReferenceOperation { Property.Name: "Allowed" }) is { } told:
                // What does not match may not do so for another of its parts.
                return Allows(told.Pattern) is { } allowed && (matches ? allowed : !allowed && parts.Length == 1) && Has(value);
            default:
                return Has(value);
        }
    }

    private static bool? Allows(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation not => !Allows(not.Pattern),
        IConstantPatternOperation { Value: var constant } => Constant(constant),
        _ => null,
    };

    private static bool? Constant(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: bool value } } => value,
        IConversionOperation { Operand: var operand } => Constant(operand),
        _ => null,
    };

    private static bool IsAnswer(IOperation answer) => ConsentQuestions.IsAnswered(Awaited(answer));

    /// <summary>A question whose answer is a yes or a no, or that yes or no.</summary>
    private bool IsAnswerOrCheck(IOperation operation)
        => IsAnswer(operation) || sideOf(Awaited(operation)) is not null || operation is IPropertyReferenceOperation { Property.Name: "Allowed", Instance: { } answer } && IsAnswer(answer);

    private static IOperation Awaited(IOperation operation) => operation switch
    {
        IAwaitOperation { Operation: var task } => Awaited(task),
        IParenthesizedOperation { Operand: var inner } => Awaited(inner),
        // With `.ConfigureAwait(false)` it is still the task.
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => Awaited(task),
        _ => operation,
    };

    private static IOperation Dropped(IOperation operation) => operation is ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var value } ? value : operation;
}
