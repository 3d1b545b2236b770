using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>Statements behind which a body does not go on.</summary>
internal sealed partial class AskedBefore
{
    private static bool Leaves(IOperation? statement) => statement switch
    {
        // Who takes the next item of a sequence comes to what stands behind it.
        IReturnOperation { Kind: OperationKind.YieldReturn } => false,
        IReturnOperation or IBranchOperation or IThrowOperation => true,
        IExpressionStatementOperation { Operation: var done } => NeverReturns(done),
        IBlockOperation block => block.Operations.Any(Leaves),
        IConditionalOperation choice => Leaves(choice.WhenTrue) && Leaves(choice.WhenFalse),
        IUsingOperation { Body: var body } => Leaves(body),
        ILockOperation { Body: var body } => Leaves(body),
        ITryOperation tried => Leaves(tried.Finally) || (Leaves(tried.Body) && tried.Catches.All(static one => Leaves(one.Handler))),
        _ => false,
    };

    private static bool NeverReturns(IOperation operation) => operation switch
    {
        IThrowOperation => true,
        IInvocationOperation { TargetMethod: var method } => method.GetAttributes().Any(static one => one.AttributeClass is { Name: "DoesNotReturnAttribute", ContainingNamespace.Name: "CodeAnalysis" }),
        _ => false,
    };
}
