using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Calls;

/// <summary>Methods that somebody calls whom nobody sees here.</summary>
internal sealed partial class CallTargets
{
    /// <summary>Whether a framework may call it that knows it by an attribute, or by what its class derives from: an action of a controller, a method of a hub.</summary>
    public bool IsEntry(IMethodSymbol method)
    {
        if (method.GetAttributes().Any(IsOfAFramework))
        {
            return true;
        }

        if (method is not { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public })
        {
            return false;
        }

        for (var current = method.ContainingType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (IsFromElsewhere(current) ? !IsNamedAfter(current, "System", "Ethics") : current.GetAttributes().Any(IsOfAFramework))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An attribute by which a framework may find something; those of the compiler, of analyzers and of this package say nothing of that.</summary>
    private bool IsOfAFramework(AttributeData attribute) => attribute.AttributeClass is { } type && IsFromElsewhere(type) && !IsNamedAfter(type, "System", "Ethics", "JetBrains");

    private static bool IsNamedAfter(ISymbol symbol, params string[] roots)
    {
        var space = symbol.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: false } && roots.Contains(space.Name);
    }
}
