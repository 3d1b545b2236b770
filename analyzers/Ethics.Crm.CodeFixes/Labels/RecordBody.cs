using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>Where the properties of positional parameters go: first in the body, in the order of the parameters.</summary>
internal sealed class RecordBody
{
    private readonly RecordDeclarationSyntax record;
    private readonly SourceText text;
    private readonly string newLine;
    private readonly string outer;
    private readonly string inner;

    public RecordBody(RecordDeclarationSyntax record, SourceText text, string indentationUnit)
    {
        this.record = record;
        this.text = text;
        var first = text.Lines.GetLineFromPosition(record.GetFirstToken().SpanStart);
        var line = text.ToString(first.Span);
        outer = line.Substring(0, line.Length - line.TrimStart().Length);
        inner = outer + indentationUnit;
        var end = text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak));
        newLine = end.Length > 0 ? end : "\n";
    }

    public IEnumerable<TextChange> Insert(IReadOnlyList<(ParameterSyntax Parameter, string Declaration)> properties)
    {
        if (record.OpenBraceToken.IsKind(SyntaxKind.None) || record.OpenBraceToken.IsMissing)
        {
            return [new(record.SemicolonToken.Span, newLine + outer + Block(properties.Select(property => property.Declaration)))];
        }

        if (record.Members.Count == 0 && text.ToString(TextSpan.FromBounds(record.OpenBraceToken.Span.End, record.CloseBraceToken.SpanStart)).Trim().Length == 0)
        {
            return [new(TextSpan.FromBounds(record.OpenBraceToken.SpanStart, record.CloseBraceToken.Span.End), Block(properties.Select(property => property.Declaration)))];
        }

        return properties
            .GroupBy(property => Anchor(property.Parameter))
            .Select(group => After(group.Key, group.Select(property => property.Declaration)));
    }

    private string Block(IEnumerable<string> declarations) => "{" + newLine + Lines(declarations) + outer + "}";

    private string Lines(IEnumerable<string> declarations) => string.Concat(declarations.Select(declaration => inner + declaration + newLine));

    /// <summary>The brace, or the last property that is written out already for an earlier parameter.</summary>
    private SyntaxToken Anchor(ParameterSyntax parameter)
    {
        var earlier = new HashSet<string>(
            record.ParameterList!.Parameters.TakeWhile(one => one != parameter).Select(one => one.Identifier.ValueText), StringComparer.Ordinal);
        return record.Members.OfType<PropertyDeclarationSyntax>().LastOrDefault(member => earlier.Contains(member.Identifier.ValueText)) is { } last
            ? last.GetLastToken()
            : record.OpenBraceToken;
    }

    private TextChange After(SyntaxToken anchor, IEnumerable<string> declarations)
        => anchor.TrailingTrivia.LastOrDefault().IsKind(SyntaxKind.EndOfLineTrivia)
            ? new(new TextSpan(anchor.FullSpan.End, 0), Lines(declarations))
            : new(new TextSpan(anchor.Span.End, 0), string.Concat(declarations.Select(declaration => " " + declaration)));
}
