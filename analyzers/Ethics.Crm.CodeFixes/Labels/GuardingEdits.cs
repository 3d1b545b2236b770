using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>Makes properties partial, and the types around them. A type in several files is partial already.</summary>
internal static class GuardingEdits
{
    private const string Partial = "partial ";

    // The floor compiler has no name for it.
    private const LanguageVersion FieldKeyword = (LanguageVersion)1400;

    public static Task<Solution> ApplyAsync(Solution solution, IReadOnlyCollection<Location> properties, CancellationToken cancellationToken)
        => PropertyFiles.EditAsync(solution, properties, AllowsPartial, ChangesAsync, cancellationToken);

    /// <summary>False for a file that a project of an older language shares: it would no longer compile there.</summary>
    public static bool AllowsPartial(Document document)
    {
        var wanted = Min(Language(document.Project), FieldKeyword);
        return document.GetLinkedDocumentIds().All(id => document.Project.Solution.GetProject(id.ProjectId) is not { } other || Language(other) >= wanted);
    }

    private static async Task<IEnumerable<TextChange>> ChangesAsync(Document document, SyntaxNode root, IReadOnlyList<SyntaxNode> found, CancellationToken cancellationToken)
    {
        var properties = found.Select(node => node.FirstAncestorOrSelf<PropertyDeclarationSyntax>()).OfType<PropertyDeclarationSyntax>().ToList();
        var parameters = found.OfType<ParameterSyntax>().ToList();
        var changes = new List<TextChange>();
        if (parameters.Count > 0)
        {
            changes.AddRange(await PositionalProperties.WriteOutAsync(document, parameters, cancellationToken).ConfigureAwait(false));
        }

        changes.AddRange(properties
            .Where(property => !property.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Select(property => new TextChange(new TextSpan(property.Type.SpanStart, 0), Partial)));
        changes.AddRange(properties.Concat<SyntaxNode>(parameters)
            .SelectMany(node => node.Ancestors().OfType<TypeDeclarationSyntax>())
            .Distinct()
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Select(type => new TextChange(new TextSpan(type.Keyword.SpanStart, 0), Partial)));
        return changes;
    }

    private static LanguageVersion Language(Project project) => project.ParseOptions is CSharpParseOptions options ? options.LanguageVersion : FieldKeyword;

    private static LanguageVersion Min(LanguageVersion left, LanguageVersion right) => left < right ? left : right;
}
