using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Classes whose static constructor never runs, because nothing comes to any of their members.</summary>
internal sealed partial class CallIndex
{
    private readonly Dictionary<INamedTypeSymbol, bool> untouched = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether neither this compilation nor another one comes to anything in a static class but to its constants, which the compiler copies. What speaks of the class itself, as <c>typeof</c> does, may run its constructor.
    /// </summary>
    public bool IsNeverTouched(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        type = type.OriginalDefinition;
        if (!untouched.TryGetValue(type, out var isUntouched))
        {
            untouched.Add(type, isUntouched = type.IsStatic && !type.GetMembers().Any(member => IsTouched(type, member)) && !IsSpokenOf(type, cancellationToken));
        }

        return isUntouched;
    }

    private bool IsTouched(INamedTypeSymbol type, ISymbol member)
    {
        if (member is IFieldSymbol { IsConst: true } or INamedTypeSymbol)
        {
            return member is INamedTypeSymbol;
        }

        if (member is IMethodSymbol { MethodKind: MethodKind.StaticConstructor })
        {
            return false;
        }

        if (member.DeclaredAccessibility != Accessibility.Private && IsSeenElsewhere(type))
        {
            return true;
        }

        foreach (var user in UsersOf(member))
        {
            if (!SymbolEqualityComparer.Default.Equals(user.ContainingType.OriginalDefinition, type))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSeenElsewhere(INamedTypeSymbol type)
    {
        for (var around = type; around is not null; around = around.ContainingType)
        {
            if (around.DeclaredAccessibility == Accessibility.Private)
            {
                return false;
            }

            if (around.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return compilation.Assembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
            }
        }

        return true;
    }

    /// <summary>Whether <c>typeof</c> may name the class, in a file that can.</summary>
    private bool IsSpokenOf(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        var isGlobal = space.Length == 0;
        var speaking = new List<SyntaxNode>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var (isSpoken, isSeen) = (false, space.Length == 0);
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                switch (node)
                {
                    case TypeOfExpressionSyntax { Type: var named }:
                        isSpoken |= named.DescendantNodesAndSelf().Any(part => part is SimpleNameSyntax { Identifier.ValueText: var spoken } && spoken == type.Name);
                        isSeen |= named.DescendantNodesAndSelf().Any(static part => part is QualifiedNameSyntax or AliasQualifiedNameSyntax);
                        break;
                    case BaseNamespaceDeclarationSyntax { Name: var around }:
                        isSeen |= around.ToString() is var name && (name == space || name.StartsWith(space + ".", StringComparison.Ordinal) || space.EndsWith("." + name, StringComparison.Ordinal));
                        break;
                    case UsingDirectiveSyntax { NamespaceOrType: var used } directive:
                        isSeen |= used.ToString().EndsWith(space, StringComparison.Ordinal) || directive.Alias is not null;
                        isGlobal |= directive.GlobalKeyword.ValueText.Length > 0 && used.ToString().EndsWith(space, StringComparison.Ordinal);
                        break;
                }
            }

            if (isSpoken && (isSeen || isGlobal))
            {
                return true;
            }

            if (isSpoken)
            {
                speaking.Add(tree.GetRoot(cancellationToken));
            }
        }

        return isGlobal && speaking.Count > 0;
    }
}
