using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What a <c>using</c> closes: at its end the compiler asks whether there is anything, and where it knows that there is, the way past the closing carries nothing.</summary>
internal sealed partial class Graph
{
    private readonly Dictionary<SyntaxNode, bool> closed = new();

    /// <param name="asked">Where the question stands that the compiler asks.</param>
    private bool IsClosedForSure(SyntaxNode asked)
    {
        if (!closed.TryGetValue(asked, out var isSure))
        {
            closed.Add(asked, isSure = Resource(asked) is { } resource && (resource is BaseObjectCreationExpressionSyntax || body.OriginalOperation.SemanticModel?.GetTypeInfo(resource).Nullability.FlowState == NullableFlowState.NotNull));
        }

        return isSure;
    }

    /// <summary>What is closed; null where something else is asked.</summary>
    private static ExpressionSyntax? Resource(SyntaxNode asked) => asked switch
    {
        ExpressionSyntax { Parent: UsingStatementSyntax closing } expression when closing.Expression == expression => expression,
        VariableDeclaratorSyntax { Initializer.Value: var value, Parent.Parent: UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } } => value,
        _ => null,
    };
}
