using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>The arms of a <c>switch</c> are conditions: each says what the value is, and what it is not.</summary>
internal sealed partial class AskedBefore
{
    private bool InSection(ISwitchOperation choice, ISwitchCaseOperation section)
        => !IsAnswerOrCheck(choice.Value) && !choice.Cases.SelectMany(static one => one.Clauses).Any(IsGuarded) ? Has(choice.Value) : section.Clauses.All(clause => AtClause(choice, clause));

    private bool AtClause(ISwitchOperation choice, ICaseClauseOperation clause)
    {
        if (clause is IPatternCaseClauseOperation { Guard: { } guard } && When(guard, true))
        {
            return true;
        }

        // `default` is what none of the others is, wherever it stands; of any other those in front count.
        var others = choice.Cases.SelectMany(static one => one.Clauses);
        return ClauseMatched(choice.Value, clause, true) || (clause.CaseKind == CaseKind.Default ? others : others.TakeWhile(one => one != clause)).Any(one => !IsGuarded(one) && ClauseMatched(choice.Value, one, false));
    }

    private static bool IsGuarded(ICaseClauseOperation clause) => clause is IPatternCaseClauseOperation { Guard: not null };

    private bool ClauseMatched(IOperation value, ICaseClauseOperation clause, bool matches) => clause switch
    {
        ISingleValueCaseClauseOperation { Value: var constant } when Constant(constant) is { } wanted => When(value, matches == wanted),
        IPatternCaseClauseOperation { Pattern: var pattern } => Matched(value, pattern, matches),
        IDefaultCaseClauseOperation => matches && !IsAnswerOrCheck(value) && Has(value),
        _ => Has(value),
    };

    private bool InArm(ISwitchExpressionOperation choice, ISwitchExpressionArmOperation arm)
        => Matched(choice.Value, arm.Pattern, true) || choice.Arms.TakeWhile(one => one != arm).Any(one => one.Guard is null && Matched(choice.Value, one.Pattern, false));

    /// <summary>Where the answer is what is looked at, each arm that comes to the end has to be one that has asked.</summary>
    private bool After(ISwitchOperation choice)
    {
        if (!IsAnswerOrCheck(choice.Value))
        {
            return Has(choice.Value);
        }

        var clauses = choice.Cases.SelectMany(static one => one.Clauses).ToArray();
        return choice.Cases.All(section => LeavesSection(section.Body) || InSection(choice, section) || section.Body.Any(Has))
            && (clauses.Any(static one => one.CaseKind == CaseKind.Default) || clauses.Any(one => !IsGuarded(one) && ClauseMatched(choice.Value, one, false)) || IsBothWays(clauses));
    }

    private bool After(ISwitchExpressionOperation choice)
        => IsAnswerOrCheck(choice.Value)
            ? choice.Arms.All(arm => arm.Value is IThrowOperation or IConversionOperation { Operand: IThrowOperation } || InArm(choice, arm) || (arm.Guard is { } guard && When(guard, true)) || Has(arm.Value))
            : Has(choice.Value);

    /// <summary>With <c>true</c> and <c>false</c> nothing falls past all of them.</summary>
    private static bool IsBothWays(ICaseClauseOperation[] clauses)
        => clauses.Select(static one => one switch
        {
            ISingleValueCaseClauseOperation { Value: var constant } => Constant(constant),
            IPatternCaseClauseOperation { Guard: null, Pattern: IConstantPatternOperation { Value: var constant } } => Constant(constant),
            _ => null,
        }).OfType<bool>().Distinct().Count() == 2;

    /// <summary>Out of more than the switch: a <c>break</c> only leaves that.</summary>
    private static bool LeavesSection(IEnumerable<IOperation> body) => body.Any(static one => one is IBlockOperation block ? LeavesSection(block.Operations) : one is not IBranchOperation { BranchKind: BranchKind.Break } && Leaves(one));
}
