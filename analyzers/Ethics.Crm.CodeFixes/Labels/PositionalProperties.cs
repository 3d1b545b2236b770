using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>Writes the property of a positional parameter out in the record's body, partial, with the attributes that were meant for it.</summary>
internal static class PositionalProperties
{
    public static async Task<IEnumerable<TextChange>> WriteOutAsync(Document document, IReadOnlyList<ParameterSyntax> parameters, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var options = await document.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        var unit = options.GetOption(FormattingOptions.UseTabs) ? "\t" : new string(' ', options.GetOption(FormattingOptions.IndentationSize));

        var changes = new List<TextChange>();
        foreach (var group in parameters.GroupBy(parameter => parameter.FirstAncestorOrSelf<RecordDeclarationSyntax>()))
        {
            if (group.Key is { } record && model?.GetDeclaredSymbol(record, cancellationToken) is { } type)
            {
                var body = new RecordBody(record, text, unit);
                var ordered = group.OrderBy(parameter => parameter.SpanStart).ToList();
                changes.AddRange(body.Insert(ordered.Select(parameter => (parameter, Declaration(parameter, type))).ToList()));
                changes.AddRange(ordered.SelectMany(parameter => OfProperty(parameter).Select(list => new TextChange(TextSpan.FromBounds(list.SpanStart, NextWritten(list)), ""))));
            }
        }

        return changes;
    }

    private static string Declaration(ParameterSyntax parameter, INamedTypeSymbol record)
    {
        var property = record.GetMembers(parameter.Identifier.ValueText).OfType<IPropertySymbol>().FirstOrDefault();
        var attributes = string.Concat(OfProperty(parameter).Select(list => Retargeted(list) + " "));
        var modifier = property is { IsOverride: true } ? "override " : "";
        var setter = property is null or { SetMethod.IsInitOnly: true } ? "init" : "set";
        return $"{attributes}public {modifier}partial {parameter.Type} {parameter.Identifier.Text} {{ get; {setter}; }} = {parameter.Identifier.Text};";
    }

    /// <summary>What the compiler would ignore at the parameter as soon as the property is written out.</summary>
    private static IEnumerable<AttributeListSyntax> OfProperty(ParameterSyntax parameter)
        => parameter.AttributeLists.Where(list => list.Target?.Identifier.ValueText is "property" or "field");

    /// <summary>What comes after the white space behind a list of attributes. A comment there is the parameter's, and stays.</summary>
    private static int NextWritten(AttributeListSyntax list)
    {
        var next = list.GetLastToken().GetNextToken();
        var comments = list.GetTrailingTrivia().Concat(next.LeadingTrivia).Where(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return comments.Select(trivia => trivia.FullSpan.Start).DefaultIfEmpty(next.SpanStart).First();
    }

    private static string Retargeted(AttributeListSyntax list)
        => list.Target!.Identifier.ValueText == "property" ? list.WithTarget(null).ToString() : list.ToString();
}
