using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>Adds <c>partial</c> to properties and to the types around them. A type in several files is partial already.</summary>
internal static class PartialProperties
{
    public static async Task<Solution> MakeAsync(Solution solution, IReadOnlyCollection<Location> properties, CancellationToken cancellationToken)
    {
        foreach (var file in properties.Where(location => location.SourceTree is not null).GroupBy(location => location.SourceTree!))
        {
            if (solution.GetDocument(file.Key) is not { } document
                || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            {
                continue;
            }

            var nodes = file
                .Select(location => root.FindNode(location.SourceSpan).FirstAncestorOrSelf<PropertyDeclarationSyntax>())
                .Where(property => property is not null)
                .SelectMany(property => property!.AncestorsAndSelf().OfType<MemberDeclarationSyntax>())
                .Where(member => member is PropertyDeclarationSyntax or TypeDeclarationSyntax && !member.Modifiers.Any(SyntaxKind.PartialKeyword))
                .Distinct();
            var changed = root.ReplaceNodes(nodes, (_, member) => AddPartial(member));
            solution = solution.WithDocumentSyntaxRoot(document.Id, changed);
        }

        return solution;
    }

    private static MemberDeclarationSyntax AddPartial(MemberDeclarationSyntax member)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (member.Modifiers.Count > 0)
        {
            // The compiler wants it last.
            return member.WithModifiers(member.Modifiers.Add(partial));
        }

        return member switch
        {
            PropertyDeclarationSyntax property => property
                .WithType(property.Type.WithoutLeadingTrivia())
                .AddModifiers(partial.WithLeadingTrivia(property.Type.GetLeadingTrivia())),
            TypeDeclarationSyntax type => type
                .WithKeyword(type.Keyword.WithLeadingTrivia())
                .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia))),
            _ => member,
        };
    }
}
