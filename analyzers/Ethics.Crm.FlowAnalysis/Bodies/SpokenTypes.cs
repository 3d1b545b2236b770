using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>The types that <c>typeof</c> names somewhere, by what is written: binding each would take longer than all else that is asked of them.</summary>
internal sealed class SpokenTypes
{
    private readonly Dictionary<string, List<Mention>> mentions = new(StringComparer.Ordinal);
    private readonly List<UsingDirectiveSyntax> globals = [];

    /// <summary>What aliases stand for, whatever file has them.</summary>
    private readonly HashSet<Alias> aliases = [];

    public SpokenTypes(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            Look(tree.GetRoot(cancellationToken));
        }
    }

    /// <summary>Whether <c>typeof</c> may name the type. True where it cannot be told from one of the same name.</summary>
    public bool MayName(INamedTypeSymbol type)
    {
        var space = NameOf(type.ContainingNamespace);
        return MaySee(type, space) || aliases.Any(alias => mentions.ContainsKey(alias.Name) && MeansType(alias, type));
    }

    private bool MaySee(INamedTypeSymbol type, string space)
    {
        if (!mentions.TryGetValue(type.Name, out var all))
        {
            return false;
        }

        // A derived class may lend its name to a nested type, and a using of the class around it none.
        return type.ContainingType is not null || all.Any(mention => mention.Qualifier is { } qualifier ? IsNameOf(qualifier, type.ContainingNamespace) : MaySeeFrom(mention.Place, space));
    }

    private bool IsNameOf(string qualifier, INamespaceSymbol space) => space.IsGlobalNamespace ? qualifier == "global" : MeaningsOf(qualifier).Contains(space.Name);

    private bool MeansType(Alias alias, INamedTypeSymbol type)
        => alias.Last == type.Name
            ? alias.Qualifier is not { } qualifier || type.ContainingType is not null || IsNameOf(qualifier, type.ContainingNamespace)
            : MeaningsOf(alias.Last).Contains(type.Name);

    /// <summary>What a name may stand for: itself, and, where files have aliases of it, what these stand for, which may be aliases in their turn.</summary>
    private HashSet<string> MeaningsOf(string name)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { name };
        int before;
        do
        {
            before = found.Count;
            found.UnionWith(aliases.Where(alias => found.Contains(alias.Name)).Select(static alias => alias.Last).ToArray());
        }
        while (found.Count > before);

        return found;
    }

    /// <summary>Whether the place lies in the namespace, or where that is used.</summary>
    private bool MaySeeFrom(SyntaxNode place, string space)
    {
        if (space.Length == 0 || globals.Any(used => IsOf(used, space)))
        {
            return true;
        }

        foreach (var around in place.Ancestors())
        {
            var usings = around switch
            {
                BaseNamespaceDeclarationSyntax inner => inner.Usings,
                CompilationUnitSyntax file => file.Usings,
                _ => default,
            };
            if (usings.Any(used => IsOf(used, space)) || (around is BaseNamespaceDeclarationSyntax declared && (NameOf(declared) + ".").StartsWith(space + ".", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static string NameOf(INamespaceSymbol space) => space.IsGlobalNamespace ? "" : space.ContainingNamespace.IsGlobalNamespace ? space.Name : NameOf(space.ContainingNamespace) + "." + space.Name;

    private static string NameOf(BaseNamespaceDeclarationSyntax space)
        => string.Join(".", space.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(static one => TextOf(one.Name)));

    // A using may leave out what the namespaces around it say already.
    private bool IsOf(UsingDirectiveSyntax used, string space)
        => TextOf(used.NamespaceOrType) is var name
            && (name == space || space.EndsWith("." + name, StringComparison.Ordinal) || name.EndsWith("::" + space, StringComparison.Ordinal) || IsAliasOf(name, space));

    /// <summary>Whether a using names an alias that may stand for the namespace, or for one around it.</summary>
    private bool IsAliasOf(string used, string space)
        => used.Split('.', ':').First(static part => part.Length > 0) is var first && aliases.Any(alias => alias.Name == first) && MeaningsOf(first).Any(space.Split('.').Contains);

    private static string TextOf(SyntaxNode name) => string.Concat(name.DescendantTokens().Select(static token => token.ValueText));

    private void Look(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is UsingDirectiveSyntax used)
            {
                if (used.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                {
                    globals.Add(used);
                }

                if (used.Alias is { Name.Identifier.ValueText: var alias })
                {
                    aliases.Add(new(alias, LastOf(used.NamespaceOrType), QualifierOf(used.NamespaceOrType)));
                }
            }
            else if (node is TypeOfExpressionSyntax { Type: var named })
            {
                foreach (var part in named.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
                {
                    Add(part.Identifier.ValueText, new(part, QualifierOf(WithQualifier(part))));
                }
            }
        }
    }

    private void Add(string name, Mention mention)
    {
        if (!mentions.TryGetValue(name, out var all))
        {
            mentions.Add(name, all = []);
        }

        all.Add(mention);
    }

    private static SyntaxNode WithQualifier(SimpleNameSyntax name)
        => name.Parent is QualifiedNameSyntax { Right: var right } && right == name ? name.Parent : name.Parent is AliasQualifiedNameSyntax { Name: var last } && last == name ? name.Parent : name;

    private static string? QualifierOf(SyntaxNode name) => name switch
    {
        QualifiedNameSyntax { Left: var left } => LastOf(left),
        AliasQualifiedNameSyntax { Alias: var alias } => alias.Identifier.ValueText,
        _ => null,
    };

    private static string LastOf(SyntaxNode name) => name switch
    {
        QualifiedNameSyntax { Right: var right } => right.Identifier.ValueText,
        AliasQualifiedNameSyntax { Name: var right } => right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    /// <param name="Place">The name.</param>
    /// <param name="Qualifier">The last name before it; null where nothing stands before it.</param>
    private readonly record struct Mention(SyntaxNode Place, string? Qualifier);

    /// <param name="Name">Its own.</param>
    /// <param name="Last">The last name of what it stands for.</param>
    /// <param name="Qualifier">The name before that; null where there is none.</param>
    private readonly record struct Alias(string Name, string Last, string? Qualifier);
}
