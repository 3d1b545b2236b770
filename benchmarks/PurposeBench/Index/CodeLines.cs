using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PurposeBench.Index;

/// <summary>The lines of a file on which something happens to a value.</summary>
internal static class CodeLines
{
    /// <param name="line">From 1.</param>
    /// <returns>The names on the line that stand for a value: what is read, called, assigned or handed over. Empty for declarations, braces, attributes.</returns>
    public static IEnumerable<SimpleNameSyntax> NamesOfValues(SyntaxTree tree, int line)
    {
        var span = tree.GetText().Lines[line - 1].Span;
        return tree.GetRoot().DescendantTokens(span).Where(t => t.SpanStart >= span.Start).Select(static t => t.Parent).OfType<SimpleNameSyntax>()
            .Where(static name => !SyntaxFacts.IsInTypeOnlyContext(name) && !SyntaxFacts.IsInNamespaceOrTypeContext(name))
            .Where(static name => !name.Ancestors().Any(static outer => outer is AttributeListSyntax));
    }

    /// <summary>The arguments that begin on the line.</summary>
    public static IEnumerable<ArgumentSyntax> ArgumentsOn(SyntaxTree tree, int line)
    {
        var span = tree.GetText().Lines[line - 1].Span;
        return tree.GetRoot().DescendantNodes(span).OfType<ArgumentSyntax>().Where(argument => argument.SpanStart >= span.Start);
    }
}
