using Ethics.Crm.SourceGenerators.Emission;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>From one declaration of a type to the partial properties in it that we could implement.</summary>
internal static class CandidateReader
{
    private static readonly Version s_firstCompilerWithPartialProperties = new(4, 12);
    private static readonly bool s_hasPartialProperties = typeof(SyntaxNode).Assembly.GetName().Version >= s_firstCompilerWithPartialProperties;

    /// <summary>Syntax alone: true for hardly any declaration of a program.</summary>
    public static bool MayContainCandidates(SyntaxNode node) =>
        s_hasPartialProperties
        && node is TypeDeclarationSyntax { RawKind: not (int)SyntaxKind.InterfaceDeclaration } type
        && type.Modifiers.Any(SyntaxKind.PartialKeyword)
        && type.Members.Any(member => member is PropertyDeclarationSyntax property && PropertySyntax.IsImplementable(property));

    public static GuardCandidates? Read(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        var declaration = (TypeDeclarationSyntax)context.Node;
        var language = ((CSharpParseOptions)declaration.SyntaxTree.Options).LanguageVersion;
        if (language < Languages.PartialProperties
            || context.SemanticModel.GetDeclaredSymbol(declaration, cancellationToken) is not { } type
            || !TypeShapeReader.CanBeExtended(type, cancellationToken))
        {
            return null;
        }

        var fieldKeyword = language >= Languages.FieldKeyword;
        var implemented = PropertySyntax.ImplementedNames(type, cancellationToken);
        var properties = new List<PropertyShape>();
        foreach (var syntax in declaration.Members.OfType<PropertyDeclarationSyntax>())
        {
            if (!implemented.Contains(syntax.Identifier.ValueText)
                && context.SemanticModel.GetDeclaredSymbol(syntax, cancellationToken) is { } property
                && PropertyShapeReader.Read(property, syntax, fieldKeyword, context.SemanticModel.Compilation, cancellationToken) is { } shape)
            {
                properties.Add(shape);
            }
        }

        return properties.Count == 0
            ? null
            : new(
                TypeShapeReader.Read(type, fieldKeyword, context.SemanticModel.Compilation, cancellationToken),
                SubjectReader.Read(type, context.SemanticModel.Compilation, cancellationToken),
                properties.ToEquatableArray());
    }
}
