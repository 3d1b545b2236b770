using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Reads;

/// <summary>Code that a constant keeps from running: <c>if (false)</c>, the other half of <c>true ? a : b</c>, what stands behind <c>false &amp;&amp;</c>. Nobody jumps into it, and nobody calls what is declared in it.</summary>
internal static class DeadBranches
{
    /// <summary>Asked of what is about to be reported, and of nothing else.</summary>
    public static bool Hold(IOperation operation)
    {
        for (var inner = operation; inner.Parent is { } outer; inner = outer)
        {
            if (IsDead(inner, outer))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDead(IOperation inner, IOperation outer) => outer switch
    {
        IConditionalOperation branch => (inner == branch.WhenTrue && Is(branch.Condition, false)) || (inner == branch.WhenFalse && Is(branch.Condition, true)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, OperatorMethod: null } both => inner == both.RightOperand && Is(both.LeftOperand, false),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr, OperatorMethod: null } either => inner == either.RightOperand && Is(either.LeftOperand, true),
        IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false } loop => inner == loop.Body && loop.Condition is { } condition && Is(condition, false),
        IForLoopOperation { Condition: { } condition } loop => (inner == loop.Body || loop.AtLoopBottom.Contains(inner)) && Is(condition, false),
        ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation { Value.ConstantValue: { HasValue: true, Value: { } value } }, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } wanted } } } arm
            => inner != arm.Pattern && value.GetType() == wanted.GetType() && !value.Equals(wanted),
        _ => false,
    };

    private static bool Is(IOperation condition, bool value) => condition.ConstantValue is { HasValue: true, Value: bool known } && known == value;
}
