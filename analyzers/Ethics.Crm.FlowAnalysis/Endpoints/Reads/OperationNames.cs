using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>Where a finding about an operation stands: at the name that the user wrote, not under the whole expression.</summary>
internal static class OperationNames
{
    public static SyntaxNode NameOf(SyntaxNode syntax) => syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        InvocationExpressionSyntax invocation => NameOf(invocation.Expression),
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        AnonymousObjectMemberDeclaratorSyntax declarator => NameOf(declarator.Expression),
        ArgumentSyntax argument => argument.Expression,
        _ => syntax,
    };
}
