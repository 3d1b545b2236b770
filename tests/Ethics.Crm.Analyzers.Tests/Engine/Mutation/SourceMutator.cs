using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.Analyzers.Tests.Engine.Mutation;

/// <summary>Damages a source in the ways in which it is damaged while somebody writes, merges or renames: by tokens and members, so that most of it stays code.</summary>
internal sealed class SourceMutator(Random random)
{
    private static readonly string[] s_snippets =
    [
        " { ", " } ", " ( ", " ) ", " [ ", " ] ", " ; ", " , ", " . ", " ?. ", " => ", " = ", " == null ", " is { ", " with { ", " .. ", " < ", " > ", " ? ", " : ", " :: ", " ! ", " & ", " * ", " \" ", " $\"{ ", " ' ",
        " await ", " async ", " yield return ", " return ", " throw ", " new() ", " new { ", " [.. ", " ref ", " out var ", " in ", " scoped ", " params ", " static ", " abstract ", " override ", " virtual ", " partial ",
        " required ", " readonly ", " unsafe ", " stackalloc int[ ", " delegate* ", " checked ", " field ", " value ", " base. ", " this. ", " this ", " default ", " nameof( ", " typeof( ", " record struct ", " interface ",
        " enum ", " event ", " operator + ", " implicit operator ", " extension(string s) { ", " goto Out; ", " Out: ", " foreach (var (a, b) in ", " using var s = PurposeScope.Enter( ", " using (PurposeScope. ", " lock ( ",
        " switch { ", " case ", " when ", " catch when ( ", " try { ", " finally ", " from x in ", " select x ", " group x by ", " where T : ", " where T : T ", " [ForPurpose( ", " [DataCategory(\"any\") ", " [DataSubjectId] ",
        " Missing ", " Missing<Missing> ", " dynamic ", " var ", " nint ", " (int, ) ", " (_, var b) ", "\n#if X\n", "\n#endif\n", "\n#line 7 \"x.cshtml\"\n", " /* ", " // ", " \"\"\" ", " @ ", " 0x ", " 1e999 ",
    ];

    public string Mutate(string text)
    {
        for (var times = 1 + random.Next(3); times > 0; times--)
            text = Once(text);
        return text;
    }

    private string Once(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        return random.Next(12) switch
        {
            0 or 1 => Replace(text, Any(root.DescendantTokens()).Span, ""),
            2 => Replace(text, Any(root.DescendantTokens().Where(static token => token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.CloseParenToken)).Span, ""),
            3 => Replace(text, new(Any(root.DescendantTokens()).SpanStart, 0), s_snippets[random.Next(s_snippets.Length)]),
            4 or 5 => Replace(text, Any(Names(root)).Span, Any(Names(root)).Text),
            6 => Replace(text, Any(Names(root)).Span, "Missing"),
            7 => Twice(text, root),
            8 => OnItself(text, root),
            9 => text[..Any(root.DescendantTokens()).Span.End],
            10 => WithoutLine(text),
            _ => Swapped(text, root),
        };
    }

    private static IEnumerable<SyntaxToken> Names(SyntaxNode root) => root.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken));

    private SyntaxToken Any(IEnumerable<SyntaxToken> tokens)
    {
        var all = tokens.ToList();
        return all.Count == 0 ? default : all[random.Next(all.Count)];
    }

    /// <summary>A member beside itself, or in the middle of another.</summary>
    private string Twice(string text, SyntaxNode root)
    {
        var members = root.DescendantNodes().Where(static node => node is MemberDeclarationSyntax or StatementSyntax).ToList();
        if (members.Count == 0)
            return text;
        var at = random.Next(2) == 0 ? members[random.Next(members.Count)].Span.End : members[random.Next(members.Count)].SpanStart;
        return text.Insert(at, " " + members[random.Next(members.Count)] + " ");
    }

    /// <summary>A type that derives from any type of the file, itself among them.</summary>
    private string OnItself(string text, SyntaxNode root)
    {
        var types = root.DescendantNodes().OfType<TypeDeclarationSyntax>().ToList();
        if (types.Count == 0)
            return text;
        var (type, other) = (types[random.Next(types.Count)], types[random.Next(types.Count)]);
        var after = type.ParameterList?.Span.End ?? type.TypeParameterList?.Span.End ?? type.Identifier.Span.End;
        return type.BaseList is { } list ? text.Insert(list.Span.End, ", " + other.Identifier.Text) : text.Insert(after, " : " + other.Identifier.Text);
    }

    private string WithoutLine(string text)
    {
        var lines = text.Split('\n').ToList();
        lines.RemoveAt(random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    private string Swapped(string text, SyntaxNode root)
    {
        var (one, other) = (Any(root.DescendantTokens()).Span, Any(root.DescendantTokens()).Span);
        if (one.Start > other.Start)
            (one, other) = (other, one);
        return one.End > other.Start ? text : Replace(Replace(text, other, text.Substring(one.Start, one.Length)), one, text.Substring(other.Start, other.Length));
    }

    private static string Replace(string text, Microsoft.CodeAnalysis.Text.TextSpan span, string by) => text[..span.Start] + by + text[span.End..];
}
