using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Calls;

/// <summary>What an extension block declares can be called as the static method that the compiler makes of it: <c>Texts.Twice(text)</c> for <c>text.Twice()</c>.</summary>
internal static class ExtensionBlocks
{
    /// <summary>The member of the block behind such a method, which has the body. Null for any other method.</summary>
    public static IMethodSymbol? MemberOf(IMethodSymbol method)
        => method is { IsStatic: true, IsImplicitlyDeclared: true, MethodKind: MethodKind.Ordinary, ContainingType: { IsStatic: true } type, DeclaringSyntaxReferences: [var declared] }
            ? type.GetTypeMembers().Where(SymbolNames.IsExtensionBlock).SelectMany(static block => block.GetMembers()).OfType<IMethodSymbol>()
                .FirstOrDefault(member => member.DeclaringSyntaxReferences is [var own] && own.SyntaxTree == declared.SyntaxTree && own.Span == declared.Span)
            : null;
}
