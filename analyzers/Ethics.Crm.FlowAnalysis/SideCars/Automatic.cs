using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>Accessors that the compiler wrote: they keep a value and do nothing else. Told by what it says of them in an assembly, or by the source, where that is there.</summary>
internal static class Automatic
{
    private const string Mark = "CompilerGeneratedAttribute";

    public static bool Is(IMethodSymbol accessor) => accessor.AssociatedSymbol is IPropertySymbol && (accessor.DeclaringSyntaxReferences switch
    {
        [] => accessor.IsImplicitlyDeclared || accessor.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == Mark),
        [var source, ..] => accessor.IsImplicitlyDeclared || source.GetSyntax() is ParameterSyntax or AccessorDeclarationSyntax { Body: null, ExpressionBody: null },
    });
}
