using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What stands in the body of a method: most have nothing that needs a closer look, and one walk tells.</summary>
internal sealed class BodyShape
{
    public BodyShape(IEnumerable<ControlFlowGraph> body)
    {
        foreach (var node in body.SelectMany(static graph => graph.OriginalOperation.Syntax.DescendantNodesAndSelf()))
        {
            HasFunctions |= node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax;
            HasUsing |= node is UsingStatementSyntax || (node is LocalDeclarationStatementSyntax local && !local.UsingKeyword.IsKind(SyntaxKind.None));
        }
    }

    /// <summary>Lambdas, local functions, clauses of a query.</summary>
    public bool HasFunctions { get; }

    public bool HasUsing { get; }

    /// <summary>Whether something in it may work for other purposes than the member as a whole.</summary>
    public bool MayOpen => HasFunctions || HasUsing;
}
