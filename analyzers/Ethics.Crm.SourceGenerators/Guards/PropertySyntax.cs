using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>Tells the two parts of a partial property apart by syntax, because the floor compiler's model does not know them.</summary>
internal static class PropertySyntax
{
    /// <summary>A definition without body that a guard could implement.</summary>
    public static bool IsImplementable(PropertyDeclarationSyntax property) =>
        property.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !property.Modifiers.Any(SyntaxKind.StaticKeyword)
        && !property.Modifiers.Any(SyntaxKind.AbstractKeyword)
        && !HasBody(property)
        && property.ExplicitInterfaceSpecifier is null
        && property.Type is not RefTypeSyntax;

    /// <summary>Only <c>field</c> takes an initialiser, and attributes of the field.</summary>
    public static bool NeedsFieldKeyword(PropertyDeclarationSyntax property) =>
        property.Initializer is not null
        || property.AttributeLists.Any(list => list.Target?.Identifier.IsKind(SyntaxKind.FieldKeyword) == true);

    /// <summary>Constructors can assign it only where it lies in <c>field</c>.</summary>
    public static bool IsGetOnly(PropertyDeclarationSyntax property) => property.AccessorList is { Accessors.Count: 1 };

    /// <summary>Names of the partial properties that the source implements already.</summary>
    public static HashSet<string> ImplementedNames(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration)
                continue;
            foreach (var property in declaration.Members.OfType<PropertyDeclarationSyntax>())
            {
                if (property.Modifiers.Any(SyntaxKind.PartialKeyword) && HasBody(property))
                    names.Add(property.Identifier.ValueText);
            }
        }

        return names;
    }

    private static bool HasBody(PropertyDeclarationSyntax property) =>
        property.ExpressionBody is not null
        || property.Modifiers.Any(SyntaxKind.ExternKeyword)
        || property.AccessorList is null
        || property.AccessorList.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null);
}
