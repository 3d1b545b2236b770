using Ethics.Crm.Analyzers.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>Takes <c>partial</c> from properties, and from types around them that nothing else needs to be partial.</summary>
internal static class UnguardingEdits
{
    public static Task<Solution> ApplyAsync(Solution solution, IReadOnlyCollection<Location> properties, CancellationToken cancellationToken)
        => PropertyFiles.EditAsync(solution, properties, _ => true, ChangesAsync, cancellationToken);

    private static async Task<IEnumerable<TextChange>> ChangesAsync(Document document, SyntaxNode root, IReadOnlyList<SyntaxNode> found, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var plain = new HashSet<MemberDeclarationSyntax>(found.Select(node => node.FirstAncestorOrSelf<PropertyDeclarationSyntax>()).OfType<PropertyDeclarationSyntax>());
        var types = plain.SelectMany(property => property.Ancestors().OfType<TypeDeclarationSyntax>()).Distinct().OrderByDescending(type => type.Ancestors().Count()).ToList();
        foreach (var type in types)
        {
            if (model?.GetDeclaredSymbol(type, cancellationToken) is { } symbol && !NeedsPartial(type, symbol, plain))
            {
                plain.Add(type);
            }
        }

        return plain.SelectMany(member => member.Modifiers).Where(modifier => modifier.IsKind(SyntaxKind.PartialKeyword)).Select(Removal);
    }

    /// <summary>Whether a person, or another generator, wrote a part of it elsewhere, or something in it stays partial.</summary>
    private static bool NeedsPartial(TypeDeclarationSyntax type, INamedTypeSymbol symbol, HashSet<MemberDeclarationSyntax> plain)
        => symbol.DeclaringSyntaxReferences.Count(reference => !reference.SyntaxTree.FilePath.EndsWith(NotInterceptedAnalyzer.GeneratedFileEnding, StringComparison.Ordinal)) > 1
            || type.DescendantNodes().OfType<MemberDeclarationSyntax>().Any(member => !plain.Contains(member) && member.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static TextChange Removal(SyntaxToken partial)
        => new(partial.TrailingTrivia.All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) ? TextSpan.FromBounds(partial.SpanStart, partial.FullSpan.End) : partial.Span, "");
}
