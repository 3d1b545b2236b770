using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>A label on a value.</summary>
/// <param name="Arrived">The purposes of the code that has had it in hand, sorted: that it came there has been told.</param>
internal sealed record Taint(Origin Origin, ImmutableSortedSet<string> Arrived) : ITold
{
    /// <summary>No purpose yet; in ordinal order, whatever the language of the machine.</summary>
    public static readonly ImmutableSortedSet<string> Nowhere = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    private readonly int hash = Origin.GetHashCode() * 31 + Arrived.Count;

    public Trail? Trail { get; init; }

    /// <summary>
    /// The code that declares nothing and has read it, or has called what did: it was read for whoever calls that code, who is told of the read and not of the value. Null once it has a reader with a purpose.
    /// </summary>
    public IMethodSymbol? ReadBy { get; init; }

    public bool Equals(Taint? other) => other is not null
        && (ReferenceEquals(this, other)
            || (hash == other.hash && Origin.Equals(other.Origin) && (ReferenceEquals(Arrived, other.Arrived) || Arrived.SetEquals(other.Arrived)) && SymbolEqualityComparer.Default.Equals(ReadBy, other.ReadBy)));

    public override int GetHashCode() => hash;

    public Taint At(IEnumerable<string> purposes)
    {
        if (ReferenceEquals(purposes, Nowhere) || ReferenceEquals(purposes, Arrived) || purposes.All(Arrived.Contains))
        {
            return this;
        }

        var arrived = Arrived.Union(purposes);
        return new Taint(Origin, arrived) { Trail = Trail, ReadBy = ReadBy };
    }
}
