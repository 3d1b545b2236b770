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
        return last is not null && (Own.Contains(last) || aliases.Value.Contains(last) || aliases.Value.Contains(last + "Attribute"));
    }

    /// <summary>All names that may stand for one of ours, an alias of an alias included; that a file far away uses the same name for something else costs only a look.</summary>
    private static HashSet<string> Aliases(Compilation compilation)
    {
        var targets = compilation.SyntaxTrees
            .Select(tree => tree.GetRoot())
            .OfType<CompilationUnitSyntax>()
            .SelectMany(unit => unit.Usings.Concat(OfNamespaces(unit.Members)))
            .Where(directive => directive.Alias is not null && directive.Name is not null)
            .Select(directive => (Alias: directive.Alias!.Name.Identifier.ValueText, Target: Last(directive.Name!)))
            .ToList();

        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var before = -1; before != found.Count;)
        {
            before = found.Count;
            foreach (var (alias, target) in targets)
            {
                if (target is not null && (Own.Contains(target) || found.Contains(target)))
                {
                    found.Add(alias);
                }
            }
        }

        return found;
    }

    private static IEnumerable<UsingDirectiveSyntax> OfNamespaces(SyntaxList<MemberDeclarationSyntax> members)
        => members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(space => space.Usings.Concat(OfNamespaces(space.Members)));

    private static string? Last(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        _ => null,
    };
}
