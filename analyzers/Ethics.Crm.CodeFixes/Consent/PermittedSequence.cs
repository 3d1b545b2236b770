using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.CodeFixes.Consent;

/// <summary>Out of which sequence the object comes of which a member is read.</summary>
internal static class PermittedSequence
{
    /// <summary>Null where it comes from elsewhere, and in a project that does not know how to choose.</summary>
    public static ExpressionSyntax? Find(SyntaxNode root, SemanticModel model, TextSpan read, CancellationToken cancellationToken)
    {
        if (model.Compilation.GetTypeByMetadataName("Ethics.Crm.PermittedSequenceExtensions") is null
            || root.FindNode(read, getInnermostNodeForTie: true).Parent is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax variable }
            || model.GetSymbolInfo(variable, cancellationToken).Symbol is not { } symbol
            || symbol.DeclaringSyntaxReferences is not [var reference])
        {
            return null;
        }

        var sequence = reference.GetSyntax(cancellationToken) switch
        {
            ForEachStatementSyntax loop => loop.Expression,
            ParameterSyntax parameter => Queried(parameter),
            _ => null,
        };
        return sequence is not null && IsSequenceOf(model.GetTypeInfo(sequence, cancellationToken).Type, symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        })
            ? sequence
            : null;
    }

    /// <summary>In brackets where a dot behind it would take less than all of it.</summary>
    public static ExpressionSyntax Whole(ExpressionSyntax sequence)
        => sequence is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax or BaseObjectCreationExpressionSyntax
            ? sequence
            : SyntaxFactory.ParenthesizedExpression(sequence);

    /// <summary>Of <c>contacts.Select(c => c.Email)</c> the contacts.</summary>
    private static ExpressionSyntax? Queried(ParameterSyntax parameter)
        => parameter.FirstAncestorOrSelf<LambdaExpressionSyntax>() is { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } method } } } } lambda
            && (lambda is SimpleLambdaExpressionSyntax || lambda is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 1 })
                ? method.Expression
                : null;

    private static bool IsSequenceOf(ITypeSymbol? type, ITypeSymbol? element)
        => type is not null && element is not null
            && type.AllInterfaces.Prepend(type).OfType<INamedTypeSymbol>().Any(one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T && SymbolEqualityComparer.Default.Equals(one.TypeArguments[0], element));
}
