using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>
/// Whether of two registrations in one collection the second is always there when a container is built that has the first. That is so only where the text shows it: both in one block, nothing between
/// them that leaves it, builds a container, or hands the collection to code that might.
/// </summary>
internal static class StraightLine
{
    private static readonly string[] Harmless = ["Add", "TryAdd", "Configure", "PostConfigure", "Replace", "RemoveAll", "Use"];

    public static bool Leads(SyntaxNode first, SyntaxNode second)
    {
        if (first.SyntaxTree != second.SyntaxTree || FunctionOf(first) != FunctionOf(second) || Collection(first) is not { } one || Collection(second) is not { } other)
        {
            return false;
        }

        if (other.Contains(first) && first.Span.Start <= other.Span.End)
        {
            return IsChain(first, second);
        }

        return Statement(second) is { } later && IsAlways(second, later) && Beside(first, later) is { } earlier && earlier.SpanStart < later.SpanStart && RootOf(one) is { } root && RootOf(other) == root && IsQuiet(earlier, later, root);
    }

    /// <summary>Whether whoever comes to the second registration has made the first before, in the same collection.</summary>
    public static bool Follows(SyntaxNode first, SyntaxNode second)
    {
        if (first.SyntaxTree != second.SyntaxTree || FunctionOf(first) != FunctionOf(second) || Collection(first) is not { } one || Collection(second) is not { } other)
        {
            return false;
        }

        return (other.Contains(first) && IsChain(first, second))
            || (Statement(first) is { } earlier && IsAlways(first, earlier) && Beside(second, earlier) is { } later && later.SpanStart > earlier.SpanStart && RootOf(one) is { } root && RootOf(other) == root
                && !later.Parent!.ChildNodes().Where(node => node.SpanStart > earlier.SpanStart && node.SpanStart <= later.SpanStart).SelectMany(static node => node.DescendantNodes()).Any(node => node is AssignmentExpressionSyntax { Left: var left } && left.ToString() == root));
    }

    /// <summary>The expression on which a registration is made; of a description that is handed to it, that of the call which takes it.</summary>
    private static ExpressionSyntax? Collection(SyntaxNode registration)
    {
        for (var current = registration; current is not null and not StatementSyntax; current = current.Parent)
        {
            if (current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } } && IsHarmless(name))
            {
                return receiver;
            }
        }

        return null;
    }

    /// <summary>One call behind the other in one expression.</summary>
    private static bool IsChain(SyntaxNode first, SyntaxNode second)
    {
        ExpressionSyntax? current = Collection(second);
        while (current is not null)
        {
            if (current == first || (current is InvocationExpressionSyntax { ArgumentList: var handed } && handed.Contains(first)))
            {
                return true;
            }

            current = current switch
            {
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } } when IsHarmless(name) => receiver,
                MemberAccessExpressionSyntax member => member.Expression,
                ParenthesizedExpressionSyntax inner => inner.Expression,
                _ => null,
            };
        }

        return false;
    }

    /// <summary>The variable, or the member of one, that holds the collection.</summary>
    private static string? RootOf(ExpressionSyntax collection)
    {
        switch (collection)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } } when IsHarmless(name):
                return RootOf(receiver);
            case IdentifierNameSyntax variable:
                return variable.Identifier.ValueText;
            case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner, Name.Identifier.ValueText: "Services" }:
                return owner.Identifier.ValueText + ".Services";
            case MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner, Name.Identifier.ValueText: "Services" }:
                return RootOf(inner);
            case BaseObjectCreationExpressionSyntax made:
                SyntaxNode? outer = made;
                while (outer is ExpressionSyntax)
                {
                    outer = outer.Parent;
                }

                return outer is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var declared } } ? declared : null;
            default:
                return null;
        }
    }

    /// <summary>The statement of a block in which it stands. Null where it stands beneath a condition or a loop without block.</summary>
    private static SyntaxNode? Statement(SyntaxNode node)
    {
        for (var current = node; current is not null and not AnonymousFunctionExpressionSyntax; current = current.Parent)
        {
            if (current is StatementSyntax)
            {
                return current.Parent switch { BlockSyntax => current, GlobalStatementSyntax outer => outer, _ => null };
            }
        }

        return null;
    }

    /// <summary>Whether the call is made whenever the statement is reached.</summary>
    private static bool IsAlways(SyntaxNode call, SyntaxNode statement)
    {
        for (var current = call; current is not null && current != statement; current = current.Parent)
        {
            if (current is not (InvocationExpressionSyntax or MemberAccessExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or ParenthesizedExpressionSyntax or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression }
                or BaseObjectCreationExpressionSyntax or EqualsValueClauseSyntax or VariableDeclaratorSyntax or VariableDeclarationSyntax or AwaitExpressionSyntax or ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The statement in the block of the other one in which the registration stands. Null where it stands elsewhere.</summary>
    private static SyntaxNode? Beside(SyntaxNode registration, SyntaxNode other)
    {
        for (var current = registration; current is not null; current = current.Parent)
        {
            if (current.Parent == other.Parent)
            {
                return current;
            }
        }

        return null;
    }

    private static bool IsQuiet(SyntaxNode earlier, SyntaxNode later, string root)
    {
        var name = root.Split('.')[0];
        foreach (var between in earlier.Parent!.ChildNodes().Where(node => node.SpanStart >= earlier.SpanStart && node.SpanStart < later.SpanStart))
        {
            foreach (var node in between.DescendantNodesAndSelf())
            {
                if (node is ReturnStatementSyntax or GotoStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax or LabeledStatementSyntax
                    || (node is AssignmentExpressionSyntax { Left: var left } && left.ToString() == root && node.SpanStart > earlier.SpanStart)
                    || (node is IdentifierNameSyntax variable && variable.Identifier.ValueText == name && !IsOnlyAddedTo(variable, root)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether the use of the collection, or of what has it, does no more than to register, or takes something else out.</summary>
    private static bool IsOnlyAddedTo(IdentifierNameSyntax variable, string root)
    {
        if (variable.Parent is MemberAccessExpressionSyntax member && member.Name == variable)
        {
            return true;
        }

        var isCalled = false;
        SyntaxNode current = variable;
        while (true)
        {
            if (current.Parent is MemberAccessExpressionSyntax access && access.Expression == current)
            {
                if (access.Parent is InvocationExpressionSyntax call)
                {
                    var isOther = !isCalled && access.Expression is MemberAccessExpressionSyntax && access.Expression.ToString() != root;
                    if (!IsHarmless(access.Name.Identifier.ValueText))
                    {
                        return isOther;
                    }

                    isCalled = true;
                    current = call;
                    continue;
                }

                current = access;
                continue;
            }

            // Alone it is handed on, or kept under another name.
            return current != variable && (isCalled
                ? current.Parent is ExpressionStatementSyntax || (current.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax kept } && (kept.Identifier.ValueText == "_" || kept.Identifier.ValueText == root))
                : current.ToString() != root && !current.ToString().StartsWith(root + ".", StringComparison.Ordinal));
        }
    }

    private static bool IsHarmless(string name)
    {
        foreach (var start in Harmless)
        {
            if (name.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static SyntaxNode? FunctionOf(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            if (current is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax)
            {
                return current;
            }
        }

        return null;
    }
}
