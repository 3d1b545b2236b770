using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Code between two registrations that only registers, or has nothing to do with containers: it does not leave the block, runs nothing of the program, and builds no container.</summary>
internal static class QuietCode
{
    private static readonly string[] Building = ["Build", "Create", "Run"];

    /// <param name="last">The last statement, which may return what it registers. Null where there is none.</param>
    public static bool IsQuiet(IOperation operation, IOperation? last)
    {
        var pending = new Stack<IOperation>();
        pending.Push(operation);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (current is ILocalFunctionOperation || (current is IAnonymousFunctionOperation && IsFactory(current)))
            {
                continue;
            }

            if (current != last && !IsQuietItself(current))
            {
                return false;
            }

            foreach (var inner in current.ChildOperations)
            {
                pending.Push(inner);
            }
        }

        return true;
    }

    private static bool IsQuietItself(IOperation operation) => operation switch
    {
        IReturnOperation or IBranchOperation or IThrowOperation or IAwaitOperation or ILabeledOperation or IInvalidOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation or IFunctionPointerInvocationOperation or IRaiseEventOperation => false,
        IInvocationOperation call => IsQuiet(call),
        IObjectCreationOperation { Constructor: { } constructor } => IsQuiet(constructor),
        IPropertyReferenceOperation { Property: var property } => !property.Locations.Any(static location => location.IsInSource) || ContainerCalls.IsAutomatic(property) || IsText(property),
        IConversionOperation { OperatorMethod: { } method } => IsElsewhere(method),
        IBinaryOperation { OperatorMethod: { } method } => IsElsewhere(method),
        IUnaryOperation { OperatorMethod: { } method } => IsElsewhere(method),
        ICompoundAssignmentOperation { OperatorMethod: { } method } => IsElsewhere(method),
        IForEachLoopOperation loop => Conversions.Through(loop.Collection).Type is IArrayTypeSymbol or INamedTypeSymbol { Locations: [{ IsInSource: false }, ..] },
        _ => true,
    };

    private static bool IsQuiet(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!IsElsewhere(method) || method.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction || method.Name is "Start" or "StartAsync" or "Invoke" or "DynamicInvoke" || Building.Any(start => method.Name.StartsWith(start, StringComparison.Ordinal)))
        {
            return false;
        }

        if (ContainerCalls.IsAdding(method))
        {
            return call.Arguments.All(static argument => IsWrittenOrKept(Conversions.Through(argument.Value)));
        }

        var arguments = call.Arguments.Select(static argument => argument.Value);
        var handed = call.Instance is null ? arguments : arguments.Append(call.Instance);
        return ContainerCalls.IsOfFramework(method)
            ? handed.All(static value => Conversions.Through(value) is var inner and not (IDelegateCreationOperation or IAnonymousFunctionOperation) && inner.Type?.TypeKind != TypeKind.Delegate && !ContainerCalls.IsCollection(inner.Type))
            // A library that is handed the collection alone does not know the program.
            : handed.All(static value => ContainerCalls.IsCollection(Conversions.Through(value).Type) || Transfer.Known.IsSimple(value.Type));
    }

    /// <summary>Whether making an object runs nothing of the program: none of its classes has a constructor or an initializer.</summary>
    private static bool IsQuiet(IMethodSymbol constructor)
    {
        for (var current = constructor.ContainingType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.Locations.Any(static location => location.IsInSource)
                && (current.InstanceConstructors.Concat(current.StaticConstructors).Any(static one => !one.IsImplicitlyDeclared)
                    || current.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax().DescendantNodes().Any(static node => node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax }, Value: not LiteralExpressionSyntax }))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a function that is handed over stands there to be looked at, or is kept until a container makes something.</summary>
    private static bool IsWrittenOrKept(IOperation argument)
        => argument.Type is not INamedTypeSymbol { DelegateInvokeMethod.Parameters: var parameters } || argument is IDelegateCreationOperation { Target: IAnonymousFunctionOperation } || argument.ConstantValue is { HasValue: true, Value: null }
            || parameters.Any(static parameter => parameter.Type.Name == "IServiceProvider");

    private static bool IsElsewhere(IMethodSymbol method) => !method.Locations.Any(static location => location.IsInSource);

    /// <summary>Whether a function is kept until a container makes something.</summary>
    private static bool IsFactory(IOperation function)
        => ContainerCalls.TakerOf(function.Parent is IDelegateCreationOperation created ? created : function) is IInvocationOperation call && ContainerCalls.IsAdding(call.TargetMethod)
            && ((IAnonymousFunctionOperation)function).Symbol.Parameters.Any(static parameter => parameter.Type.Name == "IServiceProvider");

    /// <summary>Whether a property of the program hands out a text that stands there.</summary>
    private static bool IsText(IPropertySymbol property)
        => property.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody.Expression: LiteralExpressionSyntax };
}
