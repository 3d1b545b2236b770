using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.CodeFixes.Reads;

/// <summary>Where <c>[ForPurpose]</c> goes for a read, and how it is written.</summary>
internal static class PurposeDeclaration
{
    /// <summary>The member around the read, or its type where a member takes no such attribute; null in top-level statements, and where a purpose is declared meanwhile: it is never changed.</summary>
    public static SyntaxNode? Find(SyntaxNode root, TextSpan read)
    {
        foreach (var node in root.FindNode(read, getInnermostNodeForTie: true).AncestorsAndSelf())
        {
            switch (node)
            {
                case BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax and not EventDeclarationSyntax or TypeDeclarationSyntax:
                case AccessorDeclarationSyntax { Parent.Parent: EventDeclarationSyntax }:
                    return Declares(node) ? null : node;
            }
        }

        return null;
    }

    private static bool Declares(SyntaxNode node)
    {
        var lists = node switch
        {
            MemberDeclarationSyntax member => member.AttributeLists,
            AccessorDeclarationSyntax accessor => accessor.AttributeLists,
            _ => default,
        };
        return lists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString().Split('.', ':').Last() is "ForPurpose" or "ForPurposeAttribute");
    }

    public static string NameOf(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        IndexerDeclarationSyntax => "this[]",
        AccessorDeclarationSyntax accessor => accessor.Keyword.ValueText,
        _ => "operator",
    };

    /// <summary>Null when nothing is left to declare.</summary>
    public static async Task<Document?> AddAsync(Document document, IReadOnlyCollection<SyntaxNode> declarations, string purpose, CancellationToken cancellationToken)
    {
        if (declarations.Count == 0
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var generator = SyntaxGenerator.GetGenerator(document);
        var position = declarations.First().SpanStart;
        var attribute = generator.Attribute("ForPurpose", OwnAttributes.Argument(generator, model, position, "Purposes", purpose));
        var changed = root.ReplaceNodes(declarations, (_, node) => generator.AddAttributes(node, attribute));
        return document.WithSyntaxRoot(OwnAttributes.Import(changed, model, position, "ForPurposeAttribute"));
    }
}
