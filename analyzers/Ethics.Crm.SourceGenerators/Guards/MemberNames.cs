using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

internal static class MemberNames
{
    private static readonly SymbolDisplayFormat s_withoutArity = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>As messages name it: <c>Contact.Email</c>.</summary>
    public static string Display(ISymbol member) => member.ContainingType.Name + "." + member.Name;

    /// <summary>As the policy names it: <c>Acme.Crm.Contact.Email</c>.</summary>
    public static string Full(ISymbol member) => Full(member.ContainingType) + "." + member.Name;

    public static string Full(INamedTypeSymbol type) => type.OriginalDefinition.ToDisplayString(s_withoutArity);
}
