using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>
/// Stands for places in the sources of a library that is only there compiled: where it reads something, where it makes an object. They tell such places apart and have an order; nothing is reported at them.
/// </summary>
internal static class SideCarPlaces
{
    public const string Ending = ".ethics.json";

    /// <summary>Whether a place is one of a library that is only there compiled.</summary>
    public static bool Has(SyntaxNode node) => Has(node.SyntaxTree);

    /// <inheritdoc cref="Has(SyntaxNode)"/>
    public static bool Has(SyntaxTree tree) => tree.FilePath.EndsWith(Ending, StringComparison.Ordinal);

    /// <param name="name">What tells them from those of others.</param>
    public static SyntaxNode[] Make(string name, int count)
        => count == 0 ? [] : CSharpSyntaxTree.ParseText(string.Concat(Enumerable.Repeat("a;", count)), path: name + Ending).GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().ToArray<SyntaxNode>();
}
