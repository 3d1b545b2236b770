using Ethics.Crm.FlowAnalysis.State;

namespace Ethics.Crm.FlowAnalysis.Summaries;

/// <summary>What is asked of summaries that cross from one compilation to another.</summary>
internal sealed partial record MethodSummary
{
    /// <summary>The members that it calls on objects which are handed in and of which only callers know the class.</summary>
    public IReadOnlyList<(InputObject Owner, string Member)> Opened
    {
        get
        {
            // A changed copy takes along what was found out for its original.
            if (!ReferenceEquals(openedOf, this))
            {
                openedOf = this;
                opened = OpenedBy();
            }

            return opened;
        }
    }

    private IReadOnlyList<(InputObject Owner, string Member)> opened = [];
    private MethodSummary? openedOf;

    private List<(InputObject Owner, string Member)> OpenedBy()
    {
        var found = new List<(InputObject, string)>();
        foreach (var entry in Heap)
        {
            if (entry.Key.Object is InputObject owner && Segment.Opened(entry.Key.Segment) is { } member)
            {
                Add((owner, member));
            }
        }

        foreach (var origin in Values().SelectMany(static value => value.Taints).Select(static taint => taint.Origin).Concat(Arrivals.Select(static arrival => (Origin)arrival.Origin)).OfType<InputOrigin>())
        {
            for (var i = 0; i < origin.Path.Segments.Count; i++)
            {
                if (Segment.Opened(origin.Path.Segments[i]) is { } member)
                {
                    Add((new InputObject(origin.Input, new AccessPath(string.Join("/", origin.Path.Segments.Take(i)))), member));
                }
            }
        }

        // Their order hangs on hash codes.
        found.Sort(static (one, other) => string.CompareOrdinal(one.Item1.Input.Name + one.Item1.Path.Text + one.Item2, other.Item1.Input.Name + other.Item1.Path.Text + other.Item2));
        return found;

        void Add((InputObject, string) one)
        {
            if (!found.Contains(one))
            {
                found.Add(one);
            }
        }
    }

    /// <summary>Whether a side-car says it: the places that it names are not in this compilation.</summary>
    public bool IsFromElsewhere { get; init; }

    /// <summary>What either of two methods does, one of which runs.</summary>
    public MethodSummary Or(MethodSummary other) => new(
        Result.And(other.Result),
        other.Outs.Aggregate(Outs, static (all, one) => all.SetItem(one.Key, all.TryGetValue(one.Key, out var known) ? known.And(one.Value) : one.Value)),
        Heap.Join(other.Heap, Untouched, Untouched),
        Told.Join(Arrivals, other.Arrivals))
    {
        Thrown = Thrown.And(other.Thrown),
        References = References.Union(other.References),
        IsLazy = IsLazy || other.IsLazy,
        KeepsReferences = KeepsReferences || other.KeepsReferences,
        Shares = Shares || other.Shares,
        Passed = Passed.Join(other.Passed, Untouched, Untouched),
        Exposed = Exposed.Join(other.Exposed, Untouched, Untouched),
        IsFromElsewhere = IsFromElsewhere || other.IsFromElsewhere,
    };

    private static FlowValue Untouched(HeapObject one, string segment) => one is InputObject input && segment != Segment.Left ? input.Part(segment) : FlowValue.None;
}
