using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Ethics.Crm.CodeFixes;

/// <summary>How the product's attributes are written where a fix puts them.</summary>
internal static class OwnAttributes
{
    /// <summary>The generated constant where there is one.</summary>
    /// <param name="constants">The class of the constants: <c>Purposes</c>.</param>
    public static SyntaxNode Argument(SyntaxGenerator generator, SemanticModel model, int position, string constants, string name)
    {
        var constant = model.LookupNamespacesAndTypes(position, name: constants)
            .OfType<INamedTypeSymbol>()
            .SelectMany(type => type.GetMembers().OfType<IFieldSymbol>())
            .FirstOrDefault(field => field.IsConst && field.ConstantValue is string value && value == name);
        return constant is null
            ? generator.LiteralExpression(name)
            : generator.MemberAccessExpression(generator.IdentifierName(constants), constant.Name);
    }

    /// <summary>With the namespace of the attributes, where the file does not have it.</summary>
    public static SyntaxNode Import(SyntaxNode root, SemanticModel model, int position, string attributeClass)
        => root is CompilationUnitSyntax unit && !model.LookupNamespacesAndTypes(position, name: attributeClass).OfType<INamedTypeSymbol>().Any() ? AddUsing(unit) : root;

    private static CompilationUnitSyntax AddUsing(CompilationUnitSyntax unit)
    {
        var name = "Ethics.Crm";
        var line = unit.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToString() is { Length: > 0 } found ? found : "\n";
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name)).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.EndOfLine(line));
        var index = unit.Usings.TakeWhile(one => one.Alias is null
            && !one.StaticKeyword.IsKind(SyntaxKind.StaticKeyword)
            && (IsSystem(one) || string.CompareOrdinal(one.Name?.ToString(), name) < 0)).Count();
        return unit.WithUsings(unit.Usings.Insert(index, directive));
    }

    private static bool IsSystem(UsingDirectiveSyntax directive)
        => directive.Name?.ToString() is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
}
