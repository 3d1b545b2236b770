using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>A label on a value.</summary>
/// <param name="Arrived">The purposes of the code that has had it in hand, sorted: that it came there has been told.</param>
internal sealed record Taint(Origin Origin, PurposeNames Arrived) : ITold
{
    private readonly int hash = Origin.GetHashCode() * 31 + Arrived.Count;

    public Trail? Trail { get; init; }

    /// <summary>
    /// The code that declares nothing and has read it, or has called what did: it was read for whoever calls that code, who is told of the read and not of the value. Null once it has a reader with a purpose.
    /// </summary>
    public IMethodSymbol? ReadBy { get; init; }

    /// <summary>The lambda in which it was read where nothing is declared, as long as it is what a function yields that nobody has called: whoever calls that is told of the read.</summary>
    public IMethodSymbol? ReadIn { get; init; }

    public bool Equals(Taint? other) => other is not null
        && (ReferenceEquals(this, other)
            || (hash == other.hash && Origin.Equals(other.Origin) && Arrived.Equals(other.Arrived) && SymbolEqualityComparer.Default.Equals(ReadBy, other.ReadBy) && SymbolEqualityComparer.Default.Equals(ReadIn, other.ReadIn)));

    public override int GetHashCode() => hash;

    /// <summary>Whether the other one is the same label, and has come to less.</summary>
    public bool AddsNothingTo(Taint other)
        => Arrived.Count > other.Arrived.Count && Origin.Equals(other.Origin) && Arrived.With(other.Arrived) is var both && ReferenceEquals(both, Arrived)
            && SymbolEqualityComparer.Default.Equals(ReadBy, other.ReadBy) && SymbolEqualityComparer.Default.Equals(ReadIn, other.ReadIn);

    /// <summary>Whether the hash code, by which labels are sorted, is near enough: those of one origin stand together, the one that has come to least before the others.</summary>
    public bool MayAddNothingTo(Taint other) => other.hash >= (long)hash - Arrived.Count;

    /// <summary>With these purposes among those that it has come to; itself when it has come to all of them.</summary>
    public Taint At(ImmutableArray<string> purposes) => At(Arrived.With(purposes));

    /// <inheritdoc cref="At(ImmutableArray{string})"/>
    public Taint At(PurposeNames purposes) => Arrived.With(purposes) is var arrived && ReferenceEquals(arrived, Arrived) ? this : new Taint(Origin, arrived) { Trail = Trail, ReadBy = ReadBy, ReadIn = ReadIn };

    /// <summary>The same label, told by another way.</summary>
    public Taint By(Trail? trail) => ReferenceEquals(trail, Trail) ? this : new Taint(Origin, Arrived) { Trail = trail, ReadBy = ReadBy, ReadIn = ReadIn };
}
