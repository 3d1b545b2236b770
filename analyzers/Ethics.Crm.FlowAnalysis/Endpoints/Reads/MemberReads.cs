using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>What counts as a read: everything that takes the value; not writes, <c>out</c> targets and <c>nameof</c>.</summary>
internal static class MemberReads
{
    /// <summary>Operations that name one member; <see cref="Of"/> answers for each of them.</summary>
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(
        OperationKind.PropertyReference, OperationKind.FieldReference, OperationKind.ParameterReference, OperationKind.Invocation);

    /// <summary>The member that an operation names, read or not; null for any other operation.</summary>
    public static ISymbol? Member(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => property.Property,
        IFieldReferenceOperation field => field.Field,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IInvocationOperation invocation => invocation.TargetMethod,
        _ => null,
    };

    public static bool IsRead(IOperation operation)
    {
        var child = operation;
        var parent = operation.Parent;
        while (parent is not null)
        {
            switch (parent)
            {
                case INameOfOperation:
                    return false;
                case IExpressionStatementOperation:
                    // A result that is thrown away is not taken.
                    return operation is not IInvocationOperation;
                case ISimpleAssignmentOperation assignment:
                    return assignment.Target != child;
                case IDeconstructionAssignmentOperation deconstruction:
                    return deconstruction.Target != child;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out }:
                    return false;
                case ITupleOperation or IDeclarationExpressionOperation or IConversionOperation { IsImplicit: true }:
                    break;
                case IParenthesizedOperation:
                    break;
                case IMemberReferenceOperation reference when reference.Instance == child:
                    // Reading `a` in `a.B = 1` is a read; in `nameof(a.B)` it is none.
                    return !IsInNameOf(reference);
                default:
                    return true;
            }

            child = parent;
            parent = parent.Parent;
        }

        return true;
    }

    private static bool IsInNameOf(IOperation operation)
    {
        var current = operation.Parent;
        while (current is IMemberReferenceOperation or IConversionOperation or IParenthesizedOperation)
        {
            current = current.Parent;
        }

        return current is INameOfOperation;
    }
}
