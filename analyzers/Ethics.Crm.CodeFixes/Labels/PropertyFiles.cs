using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>Edits of text, file by file: what is not a property's keyword stays as it was typed.</summary>
internal static class PropertyFiles
{
    public static async Task<Solution> EditAsync(
        Solution solution,
        IReadOnlyCollection<Location> properties,
        Func<Document, bool> allows,
        Func<Document, SyntaxNode, IReadOnlyList<SyntaxNode>, CancellationToken, Task<IEnumerable<TextChange>>> changes,
        CancellationToken cancellationToken)
    {
        // A file that several projects share is one text.
        var edited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in properties.Where(location => location.SourceTree is not null).GroupBy(location => location.SourceTree!))
        {
            if (solution.GetDocument(file.Key) is not { } document
                || !allows(document)
                || (document.FilePath is { } path && !edited.Add(path))
                || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            {
                continue;
            }

            var found = file.Select(location => root.FindNode(location.SourceSpan)).Distinct().ToList();
            var ordered = (await changes(document, root, found, cancellationToken).ConfigureAwait(false)).OrderBy(change => change.Span.Start);
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentText(document.Id, text.WithChanges(ordered));
        }

        return solution;
    }
}
