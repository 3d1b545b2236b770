using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>Where a value can be put: what a reference refers to.</summary>
internal abstract record Place;

/// <summary>A local variable or a parameter.</summary>
internal sealed record VariablePlace(ISymbol Variable) : Place
{
    public bool Equals(VariablePlace? other) => other is not null && SymbolEqualityComparer.Default.Equals(Variable, other.Variable);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);
}

/// <summary>A part of an object.</summary>
internal sealed record PartPlace(HeapObject Owner, string Segment) : Place;
