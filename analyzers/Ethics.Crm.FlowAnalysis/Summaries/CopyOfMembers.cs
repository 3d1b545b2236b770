using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Summaries;

/// <summary>Where the members of an object are copied to that reflection finds by their names.</summary>
/// <param name="To">The object that gets them.</param>
/// <param name="As">The type parameter as which it is seen. Null where the object itself says what it is.</param>
internal sealed record CopyOfMembers(HeapObject To, ITypeParameterSymbol? As)
{
    public bool Equals(CopyOfMembers? other) => other is not null && To.Equals(other.To) && SymbolEqualityComparer.Default.Equals(As, other.As);

    public override int GetHashCode() => To.GetHashCode();
}
