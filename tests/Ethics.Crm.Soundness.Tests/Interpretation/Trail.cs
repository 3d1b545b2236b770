using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>A line at which a value was taken in code that works for a purpose, or handed to such code.</summary>
internal readonly record struct Place(int Line, string Purpose);

/// <summary>A line at which code that works for a purpose read the labelled member itself.</summary>
/// <param name="Kind">Whether the code declares the purpose or was called for it: <see cref="WitnessKind.Read"/> or <see cref="WitnessKind.Helper"/>.</param>
internal readonly record struct ReadPlace(int Line, string Purpose, WitnessKind Kind);

/// <summary>One way of a label into a value; see <see cref="Ways"/>.</summary>
/// <param name="Places">Where the value came into code for each purpose.</param>
/// <param name="Reads">Which of these are where it was read.</param>
/// <param name="Methods">The methods and lambdas that had it in hand.</param>
/// <param name="Heap">It lay in a member, a collection or static state. A captured variable is not counted, although it lies on the heap as well: nearly every lambda has one, and what is counted is to be far.</param>
internal sealed record Trail(ImmutableHashSet<Place> Places, ImmutableHashSet<ReadPlace> Reads, ImmutableHashSet<string> Methods, bool Heap)
{
    private static readonly Trail None = new([], [], [], false);

    /// <summary>The beginning: a member is read in code for the purposes.</summary>
    public static Trail Read(int line, ImmutableArray<string> purposes, WitnessKind kind) =>
        purposes.IsEmpty ? None : None with { Reads = [.. purposes.Select(purpose => new ReadPlace(line, purpose, kind))] };

    public Trail At(int line, ImmutableArray<string> purposes, string method)
    {
        var places = Places;
        foreach (var purpose in purposes)
            places = places.Add(new(line, purpose));
        var methods = Methods.Add(method);
        return ReferenceEquals(places, Places) && ReferenceEquals(methods, Methods) ? this : this with { Places = places, Methods = methods };
    }

    /// <summary>It went through two methods and the heap.</summary>
    public bool IsCrossing => Heap && Methods.Count > 1;

    public Trail InHeap() => Heap ? this : this with { Heap = true };

    /// <summary>By what they tell, not by the sets in which they keep it.</summary>
    public bool Equals(Trail? other) =>
        other is not null && Heap == other.Heap && Places.SetEquals(other.Places) && Reads.SetEquals(other.Reads) && Methods.SetEquals(other.Methods);

    public override int GetHashCode() => HashCode.Combine(Heap, Places.Count, Reads.Count, Methods.Count);
}
