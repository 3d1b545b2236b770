using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.Analyzers.Labels;

/// <summary>Tells by name alone which attributes may be ours, so that all others are never bound for our sake.</summary>
internal sealed class AttributeSpellings(Compilation compilation)
{
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "DataCategory", "DataCategoryAttribute", "CollectedFor", "CollectedForAttribute", "ForPurpose", "ForPurposeAttribute", "DisclosesTo", "DisclosesToAttribute",
    };

    private readonly Lazy<HashSet<string>> aliases = new(() => Aliases(compilation));

    public bool MayBeOurs(NameSyntax name)
    {
        var last = Last(name);
        return last is not null && (Own.Contains(last) || aliases.Value.Contains(last));
    }

    private static HashSet<string> Aliases(Compilation compilation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetRoot() is not CompilationUnitSyntax unit)
            {
                continue;
            }

            foreach (var directive in unit.Usings.Concat(unit.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(space => space.Usings)))
            {
                if (directive.Alias is { } alias && directive.Name is { } target && Last(target) is { } last && Own.Contains(last))
                {
                    found.Add(alias.Name.Identifier.ValueText);
                }
            }
        }

        return found;
    }

    private static string? Last(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        _ => null,
    };
}
