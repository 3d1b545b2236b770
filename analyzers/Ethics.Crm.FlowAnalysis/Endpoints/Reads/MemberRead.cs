using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>One place where a program takes a value out of a member.</summary>
/// <param name="Member">Property, field, parameter, or the method whose labelled result is taken.</param>
/// <param name="Operation">Where in the body it happens; its surroundings tell the purpose.</param>
internal sealed record MemberRead(ISymbol Member, IOperation Operation, SyntaxNode Syntax)
{
    /// <summary>The member's name as the user wrote it, not the whole expression.</summary>
    public Location Location => NameOf(Syntax).GetLocation();

    private static SyntaxNode NameOf(SyntaxNode syntax) => syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        InvocationExpressionSyntax invocation => NameOf(invocation.Expression),
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        AnonymousObjectMemberDeclaratorSyntax declarator => NameOf(declarator.Expression),
        _ => syntax,
    };
}
