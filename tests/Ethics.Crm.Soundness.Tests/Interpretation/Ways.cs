using System.Collections;
using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>The ways on which a label came into a value: several where it was made of values that carry the same label. Each is known by itself, because a report of one says nothing about the others.</summary>
internal sealed class Ways : IReadOnlyCollection<Trail>
{
    private readonly ImmutableArray<Trail> trails;

    private Ways(ImmutableArray<Trail> trails) => this.trails = trails;

    public int Count => trails.Length;

    public static Ways Of(Trail trail) => new([trail]);

    public Ways At(int line, ImmutableArray<string> purposes, string method) => Each(trail => trail.At(line, purposes, method));

    public Ways InHeap() => Each(static trail => trail.InHeap());

    public Ways And(Ways other) => new([.. trails.Union(other.trails)]);

    public IEnumerator<Trail> GetEnumerator() => trails.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Ways that have become the same are one from then on: else loops would double them again and again.</summary>
    private Ways Each(Func<Trail, Trail> step)
    {
        ImmutableArray<Trail> stepped = [.. trails.Select(step)];
        return stepped.Zip(trails, ReferenceEquals).All(static isSame => isSame) ? this : new([.. stepped.Distinct()]);
    }
}
