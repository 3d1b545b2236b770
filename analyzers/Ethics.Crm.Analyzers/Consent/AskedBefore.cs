using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>
/// Whether a body has asked when it comes to a place, by the shape of its statements. Where the answer itself is the condition, the side on which it is a refusal has not asked; what is asked in a loop
/// or in a function that stands before the place counts, because that is how lists of people are made.
/// </summary>
/// <remarks>Each operation is judged once: a body that reads much is not walked through for each of its reads.</remarks>
/// <param name="asks">Whether an operation asks.</param>
/// <param name="ofRefused">The same for those whom a list was split off for, because they refused; null where that makes no difference.</param>
internal sealed class AskedBefore(Func<IOperation, bool> asks, AskedBefore? ofRefused = null)
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
        ISwitchOperation choice => child != choice.Value && Has(choice.Value),
        ISwitchExpressionOperation choice => child != choice.Value && Has(choice.Value),
        ISwitchCaseOperation or ITryOperation => parent is ISwitchCaseOperation one && one.Body.TakeWhile(other => other != child).Any(Has),
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
            case IExpressionStatementOperation { Operation: var dropped } when ConsentQuestions.IsAnswered(dropped is IAwaitOperation awaited ? awaited.Operation : dropped):
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
                return Has(choice.Value);
            case ISwitchExpressionOperation choice:
                return Has(choice.Value);
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

        switch (condition)
        {
            case IParenthesizedOperation whole:
                return When(whole.Operand, value);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return When(not.Operand, !value);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                // Where `a && b` holds, both do; where it does not, it may be for either.
                return value == (both.OperatorKind == BinaryOperatorKind.ConditionalAnd)
                    ? When(both.LeftOperand, value) || When(both.RightOperand, value)
                    : When(both.LeftOperand, value) && (When(both.LeftOperand, !value) || When(both.RightOperand, value));
            case IConversionOperation { IsImplicit: true } converted:
                return When(converted.Operand, value);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } both when Constant(both.RightOperand) is { } constant:
                return When(both.LeftOperand, value == (constant == (both.OperatorKind == BinaryOperatorKind.Equals)));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } both when Constant(both.LeftOperand) is { } constant:
                return When(both.RightOperand, value == (constant == (both.OperatorKind == BinaryOperatorKind.Equals)));
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

    private static bool? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: bool value } ? value : null;

    private static bool IsAnswer(IOperation answer) => ConsentQuestions.IsAnswered(answer switch
    {
        IAwaitOperation awaited => awaited.Operation,
        IParenthesizedOperation { Operand: IAwaitOperation awaited } => awaited.Operation,
        _ => answer,
    });

    private static bool Leaves(IOperation? statement) => statement switch
    {
        IReturnOperation or IBranchOperation or IThrowOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBlockOperation block => block.Operations.Any(Leaves),
        _ => false,
    };
}
