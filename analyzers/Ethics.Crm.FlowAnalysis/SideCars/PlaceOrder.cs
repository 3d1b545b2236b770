using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>Places of a program in the order of files and of what stands in them; nothing comes before everything.</summary>
internal sealed class PlaceOrder : IComparer<SyntaxNode?>
{
    public static readonly PlaceOrder Instance = new();

    public int Compare(SyntaxNode? x, SyntaxNode? y)
    {
        if (x is null || y is null || ReferenceEquals(x, y))
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var byFile = string.CompareOrdinal(x.SyntaxTree.FilePath, y.SyntaxTree.FilePath);
        var byStart = byFile != 0 ? byFile : x.SpanStart.CompareTo(y.SpanStart);
        return byStart != 0 ? byStart : x.Span.Length.CompareTo(y.Span.Length);
    }

    /// <summary>The same order of what is sorted as text.</summary>
    public static string Text(SyntaxNode node) => $"{node.SyntaxTree.FilePath} {node.SpanStart:D10} {node.Span.Length:D10}";

    public static bool IsInLoop(SyntaxNode site) => site.Ancestors().Any(static node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
}
