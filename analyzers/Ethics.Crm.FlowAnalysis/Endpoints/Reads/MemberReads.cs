using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Borders;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>What counts as a read: everything that takes the value; not writes, <c>out</c> targets and <c>nameof</c>.</summary>
internal static class MemberReads
{
    /// <summary>Operations that name one member; <see cref="Member"/> answers for each of them.</summary>
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(
        OperationKind.PropertyReference,
        OperationKind.FieldReference,
        OperationKind.ParameterReference,
        OperationKind.Invocation,
        OperationKind.MethodReference,
        OperationKind.Binary,
        OperationKind.Unary,
        OperationKind.Conversion,
        OperationKind.CompoundAssignment,
        OperationKind.Increment,
        OperationKind.Decrement,
        OperationKind.DynamicMemberReference,
        OperationKind.Argument);

    /// <summary>The member that an operation names, read or not; null for any other operation.</summary>
    public static ISymbol? Member(IOperation operation)
    {
        // Asked for nearly every operation of a program, by several rules: by the kind, because a dozen questions for the type take ten times as long.
        switch (operation.Kind)
        {
            case OperationKind.PropertyReference:
                return ((IPropertyReferenceOperation)operation).Property;
            case OperationKind.FieldReference:
                return ((IFieldReferenceOperation)operation).Field;
            case OperationKind.ParameterReference:
                return ((IParameterReferenceOperation)operation).Parameter;
            case OperationKind.Invocation:
                return LateBound.Reflected((IInvocationOperation)operation)?.Member ?? ((IInvocationOperation)operation).TargetMethod;
            case OperationKind.DynamicMemberReference:
                return LateBound.Dynamic((IDynamicMemberReferenceOperation)operation)?.Member;
            case OperationKind.MethodReference:
                // Whoever gets the delegate calls it out of sight: its result is taken here.
                return ((IMethodReferenceOperation)operation).Method;
            case OperationKind.Binary:
                return ((IBinaryOperation)operation).OperatorMethod;
            case OperationKind.Unary:
                return ((IUnaryOperation)operation).OperatorMethod;
            case OperationKind.Conversion:
                return ((IConversionOperation)operation).OperatorMethod;
            case OperationKind.CompoundAssignment:
                return ((ICompoundAssignmentOperation)operation).OperatorMethod;
            case OperationKind.Increment or OperationKind.Decrement:
                return ((IIncrementOrDecrementOperation)operation).OperatorMethod;
            case OperationKind.Argument:
                // A labelled `out` or `ref` parameter hands its value to the caller.
                return ((IArgumentOperation)operation).Parameter is { RefKind: RefKind.Out or RefKind.Ref } handedOut ? handedOut : null;
            default:
                return null;
        }
    }

    /// <summary>The type of the object on which the member is used; null for a static one.</summary>
    public static ITypeSymbol? Receiver(IOperation operation) => operation.Kind switch
    {
        OperationKind.PropertyReference or OperationKind.FieldReference or OperationKind.MethodReference or OperationKind.EventReference => ((IMemberReferenceOperation)operation).Instance?.Type,
        OperationKind.Invocation => LateBound.Reflected((IInvocationOperation)operation)?.Type ?? ((IInvocationOperation)operation).Instance?.Type,
        OperationKind.DynamicMemberReference => LateBound.Dynamic((IDynamicMemberReferenceOperation)operation)?.Type,
        OperationKind.Argument => (operation.Parent as IInvocationOperation)?.Instance?.Type,
        _ => null,
    };

    /// <summary>A positional parameter of a record that fills the property of its name, which is written out (<c>public partial string Email { get; init; } = Email;</c>): the value goes where its label is, and nobody gets it.</summary>
    private static bool FillsItsProperty(SyntaxNode read, IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true })
        {
            return false;
        }

        var whole = read.Parent;
        while (whole is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            whole = whole.Parent;
        }

        return whole is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Identifier.ValueText: var filled } } && filled == parameter.Name;
    }

    public static bool IsRead(IOperation operation)
    {
        if (operation is IArgumentOperation argument)
        {
            return argument.Value is not IDiscardOperation;
        }

        if (operation is IParameterReferenceOperation { Parameter: var parameter } && FillsItsProperty(operation.Syntax, parameter))
        {
            return false;
        }

        var isAwaited = false;
        var child = operation;
        var parent = operation.Parent;
        while (parent is not null)
        {
            switch (parent)
            {
                case INameOfOperation:
                    return false;
                case IInvocationOperation call when CollectionWrites.IsWriteInto(call, child):
                    // `c.Emails.Add("x")` writes into what the member holds.
                    return false;
                case IExpressionStatementOperation:
                    return !IsResult(operation);
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    // `_ =` takes a value as a variable does; but a task that nobody awaits has none yet.
                    return isAwaited || !IsResult(operation) || !IsTask(operation.Type);
                case ISimpleAssignmentOperation assignment:
                    return assignment.Target != child;
                case IDeconstructionAssignmentOperation deconstruction:
                    return deconstruction.Target != child;
                case IMemberInitializerOperation initializer:
                    // `Emails = { "x" }` writes into what the member holds.
                    return initializer.InitializedMember != child;
                case IEventAssignmentOperation { Adds: false }:
                    return false;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out }:
                    return false;
                case ITupleOperation or IDeclarationExpressionOperation or IConversionOperation { IsImplicit: true } or IDelegateCreationOperation:
                    break;
                case IAwaitOperation:
                    isAwaited = true;
                    break;
                case IParenthesizedOperation:
                    break;
                case IConditionalAccessOperation access when access.WhenNotNull == child:
                    break;
                case IInvocationOperation invocation when invocation.Instance == child && IsConfigureAwait(invocation.TargetMethod):
                    break;
                case IPropertyReferenceOperation { Property.IsIndexer: true } or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IInlineArrayAccessOperation when IsElementOf(child, parent):
                    // Whether `c.Emails[0]` reads the e-mails depends on what happens to the element.
                    break;
                case IFieldReferenceOperation { Instance.Type.IsValueType: true } part when part.Instance == child:
                    // `c.Home.Street = "x"` writes into the struct where it lies.
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

    /// <summary>A statement that is nothing but a call takes no result.</summary>
    private static bool IsResult(IOperation operation) => operation is IInvocationOperation or IAwaitOperation;

    public static bool IsTask(ITypeSymbol? type)
        => type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };

    private static bool IsConfigureAwait(IMethodSymbol method)
        => method is { Name: "ConfigureAwait", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };

    private static bool IsElementOf(IOperation collection, IOperation element) => element switch
    {
        IPropertyReferenceOperation indexer => indexer.Instance == collection,
        IArrayElementReferenceOperation array => array.ArrayReference == collection,
        IImplicitIndexerReferenceOperation indexer => indexer.Instance == collection,
        IInlineArrayAccessOperation inline => inline.Instance == collection,
        _ => false,
    };

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
