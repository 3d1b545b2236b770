using Microsoft.CodeAnalysis;

namespace PurposeBench.Truth;

/// <summary>The members that a member overrides or implements: what is said of them holds for it.</summary>
internal static class RelatedMembers
{
    public static IEnumerable<ISymbol> Above(ISymbol member)
    {
        for (var one = member; one is not null; one = Overridden(one))
        {
            if (!ReferenceEquals(one, member))
                yield return one;
            foreach (var face in one.ContainingType.AllInterfaces.SelectMany(static i => i.GetMembers()))
            {
                // An override is found here through what it overrides: the type that has the interface knows that one only.
                if (SymbolEqualityComparer.Default.Equals(one.ContainingType.FindImplementationForInterfaceMember(face), one))
                    yield return face;
            }
        }
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IPropertySymbol property => property.OverriddenProperty,
        IMethodSymbol method => method.OverriddenMethod,
        _ => null,
    };
}
