using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// From where on in a method one of its lambdas or local functions may run. What a variable holds before is nothing to them, unless it still holds it there. A lambda in a variable runs from the first place on
/// at which that variable is named again. Found by names in the text, which at worst is too early.
/// </summary>
internal static class FirstFunction
{
    /// <summary>The position; 0 where it cannot be told.</summary>
    public static int Of(ImmutableArray<ControlFlowGraph> body)
    {
        if (body.Length != 1)
        {
            return 0;
        }

        var root = body[0].OriginalOperation.Syntax;
        if (root.Parent is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
        {
            root = root.Parent;
        }

        var first = int.MaxValue;
        SyntaxNode? node = null;
        foreach (var one in root.DescendantNodes())
        {
            switch (one)
            {
                case GotoStatementSyntax or LabeledStatementSyntax:
                    return 0;
                case AnonymousFunctionExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } } } held:
                    Look(Named(root, name, held));
                    break;
                case LocalFunctionStatementSyntax local:
                    Look(Named(root, local.Identifier.ValueText, local));
                    break;
                case AnonymousFunctionExpressionSyntax or QueryExpressionSyntax:
                    Look(one);
                    break;
            }
        }

        for (var around = node; around is not null && around != root; around = around.Parent)
        {
            if (around is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            {
                first = around.SpanStart;
            }
        }

        return first;

        void Look(SyntaxNode? place)
        {
            if (place is not null && place.SpanStart < first)
            {
                (first, node) = (place.SpanStart, place);
            }
        }
    }

    /// <summary>Whether a lambda does nothing yet where it is made: it is put into a new variable.</summary>
    public static bool IsHeld(SyntaxNode lambda) => lambda.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax };

    /// <summary>The first place at which something of the name is spoken of, outside of what is said to be called so.</summary>
    private static SyntaxNode? Named(SyntaxNode root, string name, SyntaxNode own)
        => root.DescendantNodes(inner => inner != own).FirstOrDefault(one => one is IdentifierNameSyntax { Identifier.ValueText: var spoken } && spoken == name);
}
