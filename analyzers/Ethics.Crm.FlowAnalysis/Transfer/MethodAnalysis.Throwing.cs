using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Where in a block an exception may leave it: a handler finds what was there then, and not what lay between two statements of which neither throws.</summary>
internal sealed partial class MethodAnalysis
{
    // What is known wherever something of the kind may be thrown in the block that is walked. Null where nothing is.
    private Store? beforeAnything;
    private Store? beforeRuntime;

    // What methods that are called have left where they throw, though not where they return.
    private Store? failing;

    /// <summary>A called method leaves in objects what it does where it returns; handlers find what it has left by the time it throws.</summary>
    private void LeaveOrThrow(Substitution call, MethodSummary summary, IOperation operation)
    {
        var before = store;
        Leave(call, summary, summary.Heap, operation);
        Throw(call.Put(summary.Thrown));
        if (summary.Returned is not { } returned)
        {
            return;
        }

        var thrown = store;
        if (graph.HandlersOf(current).Count > 0)
        {
            failing = failing?.Join(store) ?? store;
        }

        store = before;
        Leave(call, summary, returned, operation);
        store = store with { Thrown = thrown.Thrown };
    }

    /// <param name="before">What was known before the operation ran; what is known now is known behind it.</param>
    private void MayHaveThrown(IOperation operation, Store before)
    {
        var thrown = ThrownBy(operation);
        if (thrown == Thrown.Nothing)
        {
            return;
        }

        var during = before.Join(store);
        during = failing is null ? during : during.Join(failing);
        beforeRuntime = beforeRuntime?.Join(during) ?? during;
        if (thrown == Thrown.Anything)
        {
            beforeAnything = beforeAnything?.Join(during) ?? during;
        }
    }

    /// <summary>What a handler finds. Null where nothing that it takes is thrown in the block.</summary>
    private Store? FoundBy(ControlFlowRegion handler) => handler.Kind != ControlFlowRegionKind.Finally && handler.ExceptionType is { } type && IsOnlyThrownByCode(type) ? beforeAnything : beforeRuntime;

    private Thrown ThrownBy(IOperation operation)
    {
        var thrown = OwnThrown(operation);
        if (thrown == Thrown.Anything)
        {
            return thrown;
        }

        foreach (var part in operation.ChildOperations)
        {
            var inner = ThrownBy(part);
            if (inner == Thrown.Anything)
            {
                return inner;
            }

            thrown = inner > thrown ? inner : thrown;
        }

        return thrown;
    }

    private Thrown OwnThrown(IOperation operation)
    {
        switch (operation)
        {
            case { ConstantValue.HasValue: true } or ILiteralOperation or IDefaultValueOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IFlowCaptureOperation or IFlowCaptureReferenceOperation or IIsNullOperation or IDiscardOperation or IExpressionStatementOperation or ICaughtExceptionOperation or IDeclarationExpressionOperation or ISimpleAssignmentOperation:
                return Thrown.Nothing;
            case IFieldReferenceOperation field:
                return field.Instance is IInstanceReferenceOperation ? Thrown.Nothing : Thrown.OfTheRuntime;
            case IPropertyReferenceOperation { Property: { IsIndexer: false } property } reference when !IsFromElsewhere(property) && IsAutomatic(property) && !Runs(property.GetMethod) && !Runs(property.SetMethod) && purposes.Labels.Of(property, cancellationToken).IsEmpty:
                return reference.Instance is IInstanceReferenceOperation ? Thrown.Nothing : Thrown.OfTheRuntime;
            case IConversionOperation { OperatorMethod: null, Operand.Type.OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } conversion:
                return conversion.Conversion.IsImplicit && conversion.Conversion is { IsReference: true } or { IsIdentity: true } ? Thrown.Nothing : Thrown.OfTheRuntime;
            case IArrayElementReferenceOperation or IArrayCreationOperation or IArrayInitializerOperation or ITupleOperation or IAnonymousObjectCreationOperation or IIsTypeOperation:
                return Thrown.OfTheRuntime;
            case IBinaryOperation { OperatorMethod: null, LeftOperand.Type.SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String, RightOperand.Type.SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String }:
                return Thrown.OfTheRuntime;
            default:
                return Thrown.Anything;
        }

        bool Runs(IMethodSymbol? accessor) => accessor is not null && (solver.HasBody(accessor) || IsOpen(accessor));
    }

    /// <summary>Whether the run time never throws it by itself, nor anything that is one: a type of the program, or one of those that the framework throws on purpose.</summary>
    private bool IsOnlyThrownByCode(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (IsOurs(current))
            {
                continue;
            }

            if (current is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } or { Name: "Generic", ContainingNamespace.Name: "Collections" } })
            {
                switch (current.Name)
                {
                    case "InvalidOperationException" or "ArgumentException" or "FormatException" or "KeyNotFoundException" or "NotSupportedException" or "NotImplementedException" or "OperationCanceledException":
                        return true;
                    case "Exception" or "ApplicationException":
                        // The program's own, if it is no exception of the framework itself.
                        return IsOurs(type);
                }
            }

            return false;
        }

        return false;
    }
}
