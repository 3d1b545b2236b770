using Ethics.Crm.FlowAnalysis.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What is known of conditions when the program is compiled: a way that no run takes carries nothing.</summary>
internal sealed partial class Graph
{
    /// <summary>Calls of a method by itself that are counted.</summary>
    private const int MostCounted = 8;

    /// <summary>Whether a constant condition never takes this way.</summary>
    public bool IsDead(BasicBlock block, ControlFlowBranch branch)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is null || Constant(block.BranchValue) is not { HasValue: true, Value: bool condition })
        {
            return false;
        }

        var taken = condition == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        return branch.IsConditionalSuccessor != taken;
    }

    /// <summary>Whether a method that calls itself may hand itself this: what it was handed, one of a few answers, or a number that counts down from a few. Each other number would be a walk within the walk before.</summary>
    public bool MayComeBack(IParameterSymbol parameter, object? constant)
        => constant is null or bool || parameter.Type.TypeKind == TypeKind.Enum
            || (Known.Constants.TryGetValue(parameter, out var before) && (Equals(before, constant) || (before is int and <= MostCounted and var from && constant is int and >= 0 and var next && next < from)));

    /// <summary>What is known when it is compiled: a <c>switch</c> over a constant is taken apart into comparisons with it.</summary>
    /// <param name="isWritten">Only what is written in the code, not what a parameter is known to be.</param>
    public Optional<object?> Constant(IOperation operation, bool isWritten = false)
    {
        switch (operation)
        {
            case { ConstantValue.HasValue: true }:
                return operation.ConstantValue;
            case IParameterReferenceOperation parameter:
                return !isWritten && Known.Constants.TryGetValue(parameter.Parameter, out var known) ? new Optional<object?>(known) : default;
            case ILocalReferenceOperation local:
                return SettledLocals.Of(local, body.OriginalOperation);
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field }:
                return settled.Of(field);
            case IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property }:
                return settled.Of(property);
            case IFlowCaptureReferenceOperation capture:
                return Targets.TryGetValue(capture.Id, out var captured) && captured.Count == 1 ? Constant(captured[0], isWritten) : default;
            case IDefaultValueOperation { Type: { } type }:
                return ConstantValues.DefaultOf(type);
            case IConversionOperation { OperatorMethod: null, Type: var type } conversion:
                return Constant(conversion.Operand, isWritten) is { HasValue: true } operand ? ConstantValues.As(operand.Value, type) : default;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Constant(not.Operand, isWritten) is { HasValue: true, Value: bool isTrue } ? ConstantValues.Of(!isTrue) : default;
            case IIsNullOperation { IsImplicit: true } closed when IsClosedForSure(closed.Syntax):
                return ConstantValues.Of(false);
            case IIsNullOperation isNull:
                return Constant(isNull.Operand, isWritten) is { HasValue: true } asked ? ConstantValues.Of(asked.Value is null) : default;
            case IBinaryOperation binary:
                return Binary(binary, isWritten);
            case IIsPatternOperation pattern:
                return Constant(pattern.Value, isWritten) is { HasValue: true } value ? Fits(pattern.Pattern, value.Value, isWritten)
                    : !isWritten && TypesOf(pattern.Value) is { IsDefaultOrEmpty: false } types ? FitsType(pattern.Pattern, types)
                    : default;
            case IIsTypeOperation { IsNegated: var isNegated } typed:
                return !isWritten && IsType(typed.ValueOperand, typed.TypeOperand) is { HasValue: true, Value: bool fits } ? ConstantValues.Of(fits != isNegated) : default;
            case IPropertyReferenceOperation { Instance: { } nullable, Property: { Name: var name, ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } }:
                return Constant(nullable, isWritten) is not { HasValue: true } held ? default
                    : name == "HasValue" ? ConstantValues.Of(held.Value is not null)
                    : held.Value is null ? default : held;
            case IInvocationOperation call:
                return Called(call, isWritten);
            case IInterpolatedStringOperation text:
                return Joined(text, isWritten);
            default:
                return default;
        }
    }

    private Optional<object?> Binary(IBinaryOperation binary, bool isWritten)
    {
        if (binary.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_String })
        {
            return default;
        }

        var (left, right) = (Constant(binary.LeftOperand, isWritten), Constant(binary.RightOperand, isWritten));
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                // Whether two objects are one and the same is nothing that constants tell, not even of texts.
                return left.HasValue && right.HasValue && (left.Value is null || right.Value is null || !IsObject(binary.LeftOperand))
                    ? ConstantValues.Compare(binary.OperatorKind, left.Value, right.Value)
                    : default;
            case BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr:
                // One side may decide for both.
                return left.HasValue && right.HasValue ? ConstantValues.Combine(binary.OperatorKind, left.Value, right.Value)
                    : binary.OperatorKind == BinaryOperatorKind.And && (left.Value is false || right.Value is false) ? ConstantValues.Of(false)
                    : binary.OperatorKind == BinaryOperatorKind.Or && (left.Value is true || right.Value is true) ? ConstantValues.Of(true)
                    : default;
            case BinaryOperatorKind.Add when binary.Type?.SpecialType == SpecialType.System_String:
                return TextOf(binary.LeftOperand, isWritten) is { } head && TextOf(binary.RightOperand, isWritten) is { } tail ? ConstantValues.Of(head + tail) : default;
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder when binary.OperatorMethod is null:
                return left.HasValue && right.HasValue ? ConstantValues.Calculate(binary.OperatorKind, left.Value, right.Value, binary.Type) : default;
            default:
                return default;
        }
    }

    private static bool IsObject(IOperation operand) => operand.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String };

    /// <summary>Methods of the framework that only ask.</summary>
    private Optional<object?> Called(IInvocationOperation call, bool isWritten)
    {
        switch (call.TargetMethod)
        {
            case { Name: "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } when call.Instance is { } nullable && Constant(nullable, isWritten) is { HasValue: true } held:
                return held.Value is not null ? held
                    : call.Arguments is [var other] ? Constant(other.Value, isWritten)
                    : ConstantValues.DefaultOf(call.Type);
            case { Name: "HasFlag", ContainingType.SpecialType: SpecialType.System_Enum } when call is { Instance: { } flags, Arguments: [var asked] }
                && Constant(Unboxed(flags), isWritten) is { HasValue: true, Value: { } all } && Constant(Unboxed(asked.Value), isWritten) is { HasValue: true, Value: { } some }:
                return ConstantValues.Combine(BinaryOperatorKind.And, all, some) is { HasValue: true, Value: var both } ? ConstantValues.Compare(BinaryOperatorKind.Equals, both, some) : default;
            case { Name: "IsNullOrEmpty", ContainingType.SpecialType: SpecialType.System_String } when Constant(call.Arguments[0].Value, isWritten) is { HasValue: true } text:
                return ConstantValues.Of(string.IsNullOrEmpty(text.Value as string));
            case { Name: "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } when Constant(call.Arguments[0].Value, isWritten) is { HasValue: true } text:
                return ConstantValues.Of(string.IsNullOrWhiteSpace(text.Value as string));
            default:
                return default;
        }
    }

    private static IOperation Unboxed(IOperation operation) => operation is IConversionOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_Enum, Operand: var inner } ? inner : operation;

    /// <summary>Whether a pattern fits a constant.</summary>
    private Optional<object?> Fits(IPatternOperation pattern, object? value, bool isWritten)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return ConstantValues.Of(true);
            case IConstantPatternOperation constant:
                return Constant(constant.Value, isWritten) is { HasValue: true } wanted ? ConstantValues.Compare(BinaryOperatorKind.Equals, value, wanted.Value) : default;
            case IRelationalPatternOperation relation:
                return Constant(relation.Value, isWritten) is { HasValue: true } bound ? ConstantValues.Compare(relation.OperatorKind, value, bound.Value) : default;
            case INegatedPatternOperation negated:
                return Fits(negated.Pattern, value, isWritten) is { HasValue: true, Value: bool fits } ? ConstantValues.Of(!fits) : default;
            case IBinaryPatternOperation both:
                var (left, right) = (Fits(both.LeftPattern, value, isWritten), Fits(both.RightPattern, value, isWritten));
                var decides = both.OperatorKind == BinaryOperatorKind.Or;
                return (left.HasValue && Equals(left.Value, decides)) || (right.HasValue && Equals(right.Value, decides)) ? ConstantValues.Of(decides)
                    : left.HasValue && right.HasValue ? ConstantValues.Of(!decides)
                    : default;
            case IDeclarationPatternOperation { MatchesNull: true }:
                return ConstantValues.Of(true);
            case IDeclarationPatternOperation or ITypePatternOperation or IRecursivePatternOperation or IListPatternOperation when value is null:
                return ConstantValues.Of(false);
            case IDeclarationPatternOperation or ITypePatternOperation or IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } when IsOfType(pattern):
                return ConstantValues.Of(true);
            default:
                return default;
        }
    }

    /// <summary>Whether whatever is there fits the type that the pattern asks for.</summary>
    private static bool IsOfType(IPatternOperation pattern)
    {
        var input = pattern.InputType is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : pattern.InputType;
        var asked = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.MatchedType,
            ITypePatternOperation type => type.MatchedType,
            IRecursivePatternOperation recursive => recursive.MatchedType,
            _ => null,
        };
        return asked is not null && SymbolEqualityComparer.Default.Equals(input, asked);
    }
}
