using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>A line at which a value was taken in code that works for a purpose, or handed to such code.</summary>
internal readonly record struct Place(int Line, string Purpose);

/// <summary>The way of a label into a value.</summary>
/// <param name="Places">Where the value came into code for each purpose.</param>
/// <param name="Methods">The methods and lambdas that had it in hand.</param>
/// <param name="Heap">It lay in a member, a collection, a captured variable or static state.</param>
internal sealed record Trail(ImmutableHashSet<Place> Places, ImmutableHashSet<string> Methods, bool Heap)
{
    public static readonly Trail None = new([], [], false);

    public Trail At(int line, ImmutableArray<string> purposes, string method)
    {
        var places = Places;
        foreach (var purpose in purposes)
            places = places.Add(new(line, purpose));
        var methods = Methods.Add(method);
        return ReferenceEquals(places, Places) && ReferenceEquals(methods, Methods) ? this : new(places, methods, Heap);
    }

    public Trail InHeap() => Heap ? this : this with { Heap = true };

    public Trail And(Trail other) => new(Places.Union(other.Places), Methods.Union(other.Methods), Heap || other.Heap);
}
