using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>The initializers of fields and properties that a constructor runs before anything else.</summary>
internal static class Initializers
{
    /// <summary>Whether its parameters stand behind the name of the type.</summary>
    public static bool IsPrimary(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor && !method.Parameters.IsEmpty && method.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax);

    /// <summary>In the order in which they stand, static ones for a static constructor.</summary>
    public static IEnumerable<SyntaxReference> Of(IMethodSymbol constructor)
    {
        foreach (var member in constructor.ContainingType.GetMembers())
        {
            if (member.IsStatic != constructor.IsStatic || member is not (IFieldSymbol { IsConst: false, AssociatedSymbol: null } or IPropertySymbol))
            {
                continue;
            }

            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: { } field })
                {
                    yield return field.GetReference();
                }
                else if (reference.GetSyntax() is PropertyDeclarationSyntax { Initializer: { } property })
                {
                    yield return property.GetReference();
                }
            }
        }
    }
}
