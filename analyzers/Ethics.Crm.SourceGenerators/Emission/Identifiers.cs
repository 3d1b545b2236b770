using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Emission;

internal static class Identifiers
{
    /// <summary>Escapes contextual keywords too: a property may be called <c>field</c>, a type <c>record</c>.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None || name is "field" ? "@" + name : name;

    public static string EscapeDotted(string name) =>
        string.Join(".", name.Split('.').Select(part => Escape(part.TrimStart('@'))));
}
