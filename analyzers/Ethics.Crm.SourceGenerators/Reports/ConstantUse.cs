using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.SourceGenerators.Reports;

/// <summary><c>Purposes.Support</c> in an attribute, by its spelling alone: whether it binds nobody knows while generators run.</summary>
internal sealed record ConstantUse(string ClassName, string Identifier, string Path, TextSpan Span, LinePositionSpan Lines)
{
    private static readonly string[] s_attributes = ["DataCategory", "CollectedFor", "ForPurpose", "DisclosesTo"];

    public Location Location => Location.Create(Path, Span, Lines);

    public static bool MayBe(SyntaxNode node) =>
        node is AttributeSyntax { ArgumentList.Arguments.Count: > 0 } attribute && s_attributes.Contains(Simple(attribute.Name), StringComparer.Ordinal);

    public static EquatableArray<ConstantUse> Read(SyntaxNode attribute) =>
        attribute.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(static access => ClassOf(access) is { } name && ConstantNames.Classes.Contains(name))
            .Select(static access => new ConstantUse(ClassOf(access)!, access.Name.Identifier.ValueText, access.SyntaxTree.FilePath, access.Span, access.SyntaxTree.GetLineSpan(access.Span).Span))
            .ToEquatableArray();

    private static string? ClassOf(MemberAccessExpressionSyntax access) => access.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        AliasQualifiedNameSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };

    private static string Simple(NameSyntax name)
    {
        var text = name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return text.EndsWith("Attribute", StringComparison.Ordinal) ? text.Substring(0, text.Length - "Attribute".Length) : text;
    }
}
