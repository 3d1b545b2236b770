using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.Analyzers.Binding;

/// <summary>What the written name of a type can mean where it stands: in the namespaces and types around it, and in those that its file, or the whole project, uses.</summary>
internal static class WrittenUsings
{
    /// <summary>What `global using` brings everywhere.</summary>
    public static List<string> OfEveryFile(Compilation compilation)
        => compilation.SyntaxTrees
            .Select(static tree => tree.GetRoot(CancellationToken.None)).OfType<CompilationUnitSyntax>()
            .SelectMany(static unit => unit.Usings).Where(static one => one.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && one.Alias is null && one.Name is not null)
            .Select(static one => Written(one.Name!)).ToList();

    public static IEnumerable<string> Meanings(TypeSyntax type, IReadOnlyList<string> everywhere)
    {
        var name = Written(type);
        yield return name;
        foreach (var prefix in everywhere)
        {
            yield return prefix + "." + name;
        }

        for (SyntaxNode? node = type; node is not null; node = node.Parent)
        {
            if (node is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            {
                var around = Around(node);
                // `namespace A.B` is in A as well.
                for (var dot = around.Length; dot > 0; dot = around.LastIndexOf('.', dot - 1))
                {
                    yield return around.Substring(0, dot) + "." + name;
                }
            }

            var usings = node switch
            {
                CompilationUnitSyntax unit => unit.Usings,
                BaseNamespaceDeclarationSyntax space => space.Usings,
                _ => default,
            };
            foreach (var one in usings)
            {
                if (one.Name is null)
                {
                    continue;
                }

                if (one.Alias is null)
                {
                    yield return Written(one.Name) + "." + name;
                }
                else if (name == one.Alias.Name.Identifier.ValueText || name.StartsWith(one.Alias.Name.Identifier.ValueText + ".", StringComparison.Ordinal))
                {
                    yield return Written(one.Name) + name.Substring(one.Alias.Name.Identifier.ValueText.Length);
                }
            }
        }
    }

    private static string Around(SyntaxNode node)
    {
        var names = new List<string>();
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
        {
            if (current is BaseNamespaceDeclarationSyntax space)
            {
                names.Insert(0, Written(space.Name));
            }
            else if (current is TypeDeclarationSyntax type)
            {
                names.Insert(0, type.Identifier.ValueText);
            }
        }

        return string.Join(".", names);
    }

    /// <summary>Dots throughout, without arguments and `global::`.</summary>
    private static string Written(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => Written(qualified.Left) + "." + qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        AliasQualifiedNameSyntax { Alias.Identifier.RawKind: (int)SyntaxKind.GlobalKeyword } alias => alias.Name.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Alias.Identifier.ValueText + "." + alias.Name.Identifier.ValueText,
        _ => "",
    };
}
