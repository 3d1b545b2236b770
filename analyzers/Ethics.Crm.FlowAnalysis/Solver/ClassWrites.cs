using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>What the text of a class puts into names. Each class is looked through once, for all of its names.</summary>
internal sealed class ClassWrites(CancellationToken cancellationToken)
{
    private readonly Dictionary<INamedTypeSymbol, Dictionary<string, List<ExpressionSyntax?>>> known = new(SymbolEqualityComparer.Default);

    /// <summary>What is put into whatever has this name in the class; null for each time that is not a plain assignment in a constructor.</summary>
    public IReadOnlyList<ExpressionSyntax?> Of(INamedTypeSymbol type, string name)
    {
        if (!known.TryGetValue(type, out var all))
        {
            known.Add(type, all = In(type));
        }

        return all.TryGetValue(name, out var found) ? found : [];
    }

    /// <summary>Whether it stands in a lambda or a local function, which has variables of its own.</summary>
    public static bool IsInFunction(SyntaxNode node)
    {
        for (var current = node; current is not null and not MemberDeclarationSyntax; current = current.Parent)
        {
            if (current is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }

    private Dictionary<string, List<ExpressionSyntax?>> In(INamedTypeSymbol type)
    {
        var all = new Dictionary<string, List<ExpressionSyntax?>>(StringComparer.Ordinal);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var node in reference.GetSyntax(cancellationToken).DescendantNodes())
            {
                if (node is not IdentifierNameSyntax used || !IsWritten(used, out var value))
                {
                    continue;
                }

                var name = used.Identifier.ValueText;
                if (!all.TryGetValue(name, out var values))
                {
                    all.Add(name, values = []);
                }

                values.Add(value);
            }
        }

        return all;
    }

    /// <param name="value">What is written, where a constructor plainly assigns it.</param>
    private static bool IsWritten(IdentifierNameSyntax used, out ExpressionSyntax? value)
    {
        value = null;
        SyntaxNode target = used;
        while (target.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax || (target.Parent is MemberAccessExpressionSyntax member && member.Name == target) || target.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax })
        {
            target = target.Parent!;
        }

        switch (target.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == target:
                value = assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } && !IsInFunction(assignment) && assignment.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() is ConstructorDeclarationSyntax
                    ? assignment.Right
                    : null;
                return true;
            case ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                return true;
            default:
                return false;
        }
    }
}
