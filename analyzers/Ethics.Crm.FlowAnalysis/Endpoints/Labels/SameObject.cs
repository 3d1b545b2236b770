using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>
/// Tells definitions apart as objects: the compiler has one for each, save for what it binds anew (the parameters of a lambda), of which a cache then finds out the same twice.
/// Comparing symbols as such calls half a dozen methods of theirs.
/// </summary>
internal sealed class SameObject : IEqualityComparer<ISymbol>
{
    public static readonly SameObject Instance = new();

    public bool Equals(ISymbol? x, ISymbol? y) => ReferenceEquals(x, y);

    public int GetHashCode(ISymbol symbol) => RuntimeHelpers.GetHashCode(symbol);
}
