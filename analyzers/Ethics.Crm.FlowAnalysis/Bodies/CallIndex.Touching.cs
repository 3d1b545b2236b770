using System.Threading;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Classes whose static constructor never runs, because nothing comes to any of their members.</summary>
internal sealed partial class CallIndex
{
    private readonly Dictionary<INamedTypeSymbol, bool> untouched = new(SymbolEqualityComparer.Default);
    private SpokenTypes? spoken;

    /// <summary>
    /// Whether neither this compilation nor another one comes to anything in a static class but to its constants, which the compiler copies. What speaks of the class itself, as <c>typeof</c> does, may run its constructor.
    /// </summary>
    public bool IsNeverTouched(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        type = type.OriginalDefinition;
        if (!untouched.TryGetValue(type, out var isUntouched))
        {
            untouched.Add(type, isUntouched = type.IsStatic && !IsMarked(type) && !type.GetMembers().Any(member => IsTouched(type, member, cancellationToken)) && !Spoken(cancellationToken).MayName(type));
        }

        return isUntouched;
    }

    private SpokenTypes Spoken(CancellationToken cancellationToken) => spoken ??= new(compilation, cancellationToken);

    /// <summary>Whether it has an attribute by which others may find it: the run time the initializer of a module, a framework what it calls. Those of ours nobody looks for.</summary>
    private static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(static attribute => attribute.AttributeClass is { } marker && MayBeFoundBy(marker));

    private static bool MayBeFoundBy(INamedTypeSymbol marker)
        => marker.Name == "ModuleInitializerAttribute"
            || (marker.ContainingNamespace.ToDisplayString() is var space && space != "System.Runtime.CompilerServices" && !space.StartsWith("Ethics.Crm", StringComparison.Ordinal));

    private bool IsTouched(INamedTypeSymbol type, ISymbol member, CancellationToken cancellationToken)
    {
        if (IsMarked(member) || SymbolEqualityComparer.Default.Equals(member, compilation.GetEntryPoint(cancellationToken)))
        {
            return true;
        }

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
}
