using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>What stands in a compilation's source under the names of our constant classes, and its global aliases: from syntax, collected once.</summary>
internal sealed class SourceNames
{
    private static readonly ConditionalWeakTable<Compilation, SourceNames> Known = new();

    private readonly HashSet<string> taken;
    private readonly Dictionary<string, NameSyntax> globalAliases = new(StringComparer.Ordinal);

    private SourceNames(Compilation compilation)
    {
        // A member of that name stands in no attribute's way, or the attribute does not compile.
        taken = new(ConstantNames.Classes.Where(name => compilation.ContainsSymbolsWithName(name, SymbolFilter.Namespace | SymbolFilter.Type)), StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetRoot() is CompilationUnitSyntax unit)
            {
                Add(unit.Usings);
                AddNested(unit.Members);
            }
        }
    }

    public static SourceNames Of(Compilation compilation) => Known.GetValue(compilation, static compilation => new SourceNames(compilation));

    /// <summary>Something in the source has the name, if only as an alias. What a reference has under it the compiler has resolved by itself.</summary>
    public bool Contains(string className) => taken.Contains(className);

    public bool TryFindGlobalAlias(string name, [NotNullWhen(true)] out NameSyntax? target) => globalAliases.TryGetValue(name, out target);

    private void AddNested(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax space)
            {
                Add(space.Usings);
                AddNested(space.Members);
            }
        }
    }

    private void Add(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (var directive in usings)
        {
            if (directive.Alias?.Name.Identifier.ValueText is not { } alias || directive.Name is not { } target)
            {
                continue;
            }

            taken.Add(alias);
            if (directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
            {
                // Two of one name do not compile.
                globalAliases[alias] = target;
            }
        }
    }
}
