using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Operators: those of the program are calls, the others yield what their operands do.</summary>
internal sealed partial class MethodAnalysis
{
    private FlowValue Binary(IBinaryOperation binary)
    {
        if (binary.OperatorMethod is { } plus && solver.HasBody(plus))
        {
            return InHand(binary, CallOf(binary, plus, null, [binary.LeftOperand, binary.RightOperand]));
        }

        if (IsNullCheck(binary))
        {
            return Discarded(binary);
        }

        if (IsText(binary))
        {
            return Text(binary.LeftOperand, Evaluate(binary.LeftOperand)).And(Text(binary.RightOperand, Evaluate(binary.RightOperand)));
        }

        // What compares two records looks at what lies in them; whether two names are of one object tells nothing of it.
        var parts = Parts(binary);

        // Of a `switch` the compiler makes comparisons that stand at each case; what is compared stands at its head.
        Decide(binary.IsImplicit ? binary.LeftOperand.Syntax : binary.Syntax, parts);
        return binary.OperatorMethod is null ? parts : parts.With(store.Deep(parts).Taints);
    }

    private FlowValue Combined(ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod is not { } method || !solver.HasBody(method))
        {
            if (compound is { OperatorKind: BinaryOperatorKind.Subtract, Target.Type.TypeKind: TypeKind.Delegate })
            {
                var taken = Evaluate(compound.Value);
                var rest = Without(Evaluate(compound.Target), taken);
                if (Places(compound.Target).ToArray() is [PartPlace { Owner: InputObject owner } place] && IsTheOnly(owner))
                {
                    Remember(owner, place.Segment, taken);
                }

                Assign(compound.Target, rest);
                return rest;
            }

            if (compound is { OperatorKind: BinaryOperatorKind.Add, Target.Type.TypeKind: TypeKind.Delegate })
            {
                foreach (var place in Places(compound.Target).OfType<PartPlace>())
                {
                    CountAgain(FlowValue.Of(place.Owner), place.Segment, Evaluate(compound.Value));
                }
            }

            var isText = compound.Target.Type is { SpecialType: SpecialType.System_String };
            var value = isText ? Evaluate(compound.Target).And(Text(compound.Value, Evaluate(compound.Value))) : Evaluate(compound.Target).And(Evaluate(compound.Value));
            if (!isText)
            {
                Decide(compound.Syntax, value);
            }

            Disclose(compound.Target, compound.Value, value);
            Assign(compound.Target, value);
            return value;
        }

        // One that is no static method changes the object itself.
        if (!method.IsStatic)
        {
            CallOf(compound, method, compound.Target, [compound.Value]);
            return Evaluate(compound.Target);
        }

        var result = InHand(compound, CallOf(compound, method, null, [compound.Target, compound.Value]));
        Disclose(compound.Target, compound.Value, result);
        Assign(compound.Target, result);
        return result;
    }

    private FlowValue Increment(IIncrementOrDecrementOperation increment)
    {
        var before = Evaluate(increment.Target);
        if (increment.OperatorMethod is not { } method || !solver.HasBody(method))
        {
            Decide(increment.Syntax, before);
            return before;
        }

        // One that is no static method changes the object itself.
        if (!method.IsStatic)
        {
            CallOf(increment, method, increment.Target, []);
            return increment.IsPostfix ? before : Evaluate(increment.Target);
        }

        var after = CallOf(increment, method, null, [increment.Target]);
        Assign(increment.Target, after);
        return increment.IsPostfix ? before : after;
    }

    private static bool IsText(IBinaryOperation binary) => binary is { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String };

    private static bool IsNullCheck(IBinaryOperation binary)
        => binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && (IsNull(binary.LeftOperand) || IsNull(binary.RightOperand));

    private static bool IsNull(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation.ConstantValue is { HasValue: true, Value: null } || (operation is IDefaultValueOperation && operation.Type is { IsReferenceType: true });
    }
}
