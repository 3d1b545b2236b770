using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>How long a purpose scope stays open, as far as one body tells.</summary>
internal sealed class ScopeCalls(INamedTypeSymbol scopeType)
{
    /// <summary>Null when the compilation does not know purpose scopes.</summary>
    public static ScopeCalls? Find(Compilation compilation)
        => compilation.GetTypeByMetadataName(Labels.AttributeNames.PurposeScope) is { } type ? new ScopeCalls(type) : null;

    /// <summary>Where a call (or a delegate to it) opens a scope that no <c>using</c> closes; null for every other operation.</summary>
    public Location? OpenedOutsideUsing(IOperation operation)
    {
        var method = Called(operation);
        return method is not null && (IsOpening(method) || ScopeValues.IsOfContacts(method))
            && (operation is IMethodReferenceOperation ? !IsInNameOf(operation) : !IsResource(operation))
                ? OperationNames.NameOf(operation.Syntax).GetLocation()
                : null;
    }

    /// <summary>Whether it is the scope of code that contacts people.</summary>
    public static bool OpensContacts(IOperation operation) => Called(operation) is { } method && ScopeValues.IsOfContacts(method);

    /// <summary>Where a <c>using</c> opens a scope that is still open at a <c>yield return</c>; null for every other operation.</summary>
    public Location? HeldAcrossYield(IOperation operation)
    {
        var (resources, yields) = operation switch
        {
            IUsingOperation statement => (statement.Resources, Yields(statement.Body)),
            IUsingDeclarationOperation declaration => (declaration.DeclarationGroup, AfterDeclaration(declaration).Any(Yields)),
            _ => (null, false),
        };
        return resources is not null && yields && Scope(resources) is { } scope ? OperationNames.NameOf(scope.Syntax).GetLocation() : null;
    }

    /// <summary>What <c>PurposeScope.Run</c> hands out that goes on after its scope has closed; null for every other operation.</summary>
    /// <param name="isLabelled">Whether a read of that member is one of labelled data.</param>
    public LateResult? HandedOut(IOperation operation, Func<ISymbol, bool> isLabelled)
    {
        var method = Called(operation);
        if (method is not { Name: "Run", IsStatic: true } || !SymbolEqualityComparer.Default.Equals(method.ContainingType, scopeType) || (operation is IMethodReferenceOperation && IsInNameOf(operation)))
        {
            return null;
        }

        var location = OperationNames.NameOf(operation.Syntax).GetLocation();
        var arguments = (operation as IInvocationOperation)?.Arguments ?? ImmutableArray<IArgumentOperation>.Empty;
        if (method.TypeArguments.Length == 0)
        {
            // As an Action, nobody even gets the task.
            return arguments.Any(argument => DeferredResults.IsAsyncVoid(argument.Value)) ? new LateResult(location, LateKind.Task) : null;
        }

        var function = arguments.Select(argument => DeferredResults.Lambda(argument.Value)).FirstOrDefault(lambda => lambda is not null);
        return DeferredResults.KindOf(method.TypeArguments[0]) is { } kind ? new LateResult(location, kind)
            : function is not null && DeferredResults.ReadsLater(function, isLabelled) ? new LateResult(location, LateKind.Query)
            : null;
    }

    private static IMethodSymbol? Called(IOperation operation) => operation.Kind switch
    {
        OperationKind.Invocation => ((IInvocationOperation)operation).TargetMethod,
        OperationKind.MethodReference => ((IMethodReferenceOperation)operation).Method,
        _ => null,
    };

    private bool IsOpening(IMethodSymbol method)
        => method is { Name: "Enter" or "Unchecked", IsStatic: true } && SymbolEqualityComparer.Default.Equals(method.ContainingType, scopeType);

    private static bool IsResource(IOperation operation)
    {
        for (IOperation child = operation, parent = operation.Parent!; parent is not null; child = parent, parent = parent.Parent!)
        {
            switch (parent)
            {
                case IUsingOperation statement:
                    return statement.Resources == child;
                case IUsingDeclarationOperation:
                    return true;
                case IConditionalOperation choice when choice.Condition == child:
                    return false;
                case IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or IConversionOperation or IParenthesizedOperation:
                case IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsInNameOf(IOperation operation)
    {
        for (var parent = operation.Parent; parent is IConversionOperation or IParenthesizedOperation or INameOfOperation or IDelegateCreationOperation; parent = parent.Parent)
        {
            if (parent is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The innermost value that is a scope.</summary>
    private IOperation? Scope(IOperation resource)
    {
        if (SymbolEqualityComparer.Default.Equals(resource.Type, scopeType) && resource is IInvocationOperation or ILocalReferenceOperation or IMemberReferenceOperation or IParameterReferenceOperation)
        {
            return resource;
        }

        return resource is IInvocationOperation { TargetMethod: { Name: "Unchecked" } method } && SymbolEqualityComparer.Default.Equals(method.ContainingType, scopeType)
            ? resource
            : resource.ChildOperations.Select(Scope).FirstOrDefault(scope => scope is not null);
    }

    private static IEnumerable<IOperation> AfterDeclaration(IUsingDeclarationOperation declaration)
    {
        IOperation statement = declaration;
        while (statement.Parent is ILabeledOperation labelled)
        {
            statement = labelled;
        }

        return statement.Parent is IBlockOperation block ? block.Operations.SkipWhile(one => one != statement).Skip(1) : [];
    }

    /// <summary>A lambda or local function yields to somebody else.</summary>
    private static bool Yields(IOperation operation)
        => operation.Kind == OperationKind.YieldReturn
            || (operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && operation.ChildOperations.Any(Yields));
}
