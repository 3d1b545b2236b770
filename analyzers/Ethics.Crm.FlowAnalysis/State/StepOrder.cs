using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>Which of two steps comes first: by what is said, by file, by the member around it, by the place in that. A member that is moved within its file changes nothing.</summary>
internal static class StepOrder
{
    /// <summary>Places of one file.</summary>
    public static IComparer<SyntaxNode> Places { get; } = Comparer<SyntaxNode>.Create(ComparePlaces);

    public static int Compare(Trail one, Trail other)
    {
        if (ReferenceEquals(one.Syntax, other.Syntax))
        {
            return string.CompareOrdinal(one.Word, other.Word);
        }

        var byWord = string.CompareOrdinal(one.Word, other.Word);
        if (byWord != 0)
        {
            return byWord;
        }

        var byFile = string.CompareOrdinal(one.Syntax.SyntaxTree.FilePath, other.Syntax.SyntaxTree.FilePath);
        return byFile != 0 ? byFile : ComparePlaces(one.Syntax, other.Syntax);
    }

    private static int ComparePlaces(SyntaxNode one, SyntaxNode other)
    {
        SyntaxNode mine = MemberOf(one), others = MemberOf(other);
        var byMember = ReferenceEquals(mine, others) ? 0 : string.CompareOrdinal(NameOf(mine), NameOf(others));
        if (byMember != 0)
        {
            return byMember;
        }

        var byPlace = (one.SpanStart - mine.SpanStart).CompareTo(other.SpanStart - others.SpanStart);
        return byPlace != 0 ? byPlace : one.Span.Length.CompareTo(other.Span.Length);
    }

    /// <summary>Top-level statements are one member: the file.</summary>
    private static SyntaxNode MemberOf(SyntaxNode node)
        => node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static one => one is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();

    /// <summary>No two members of a type are written alike.</summary>
    private static string NameOf(SyntaxNode member)
        => string.Join(".", member.Ancestors().OfType<BaseTypeDeclarationSyntax>().Select(HeadOf)) + "." + (member is BaseTypeDeclarationSyntax type ? HeadOf(type) : member.ToString());

    private static string HeadOf(BaseTypeDeclarationSyntax type) => type.Identifier.ValueText + (type as TypeDeclarationSyntax)?.TypeParameterList;
}
