using Ethics.Crm.FlowAnalysis.State;

namespace Ethics.Crm.FlowAnalysis.Summaries;

/// <summary>What functions that are handed in leave in what they are called with.</summary>
internal sealed partial record MethodSummary
{
    private bool asksWhatIsLeft;
    private MethodSummary? leftOf;

    /// <summary>Whether anything comes out of it, or anywhere in it, that such functions have left.</summary>
    public bool AsksWhatIsLeft
    {
        get
        {
            // A changed copy takes along what was found out for its original.
            if (!ReferenceEquals(leftOf, this))
            {
                leftOf = this;
                asksWhatIsLeft = CallsFunctions() && (Arrivals.Any(static arrival => arrival.Origin.Path.IsLeft) || Heap.Objects.Any(IsLeft) || IsLeft(Result) || IsLeft(Thrown) || Outs.Any(static entry => IsLeft(entry.Value)) || Heap.Any(static entry => entry.Key.Segment != Segment.Left && IsLeft(entry.Value)));
            }

            return asksWhatIsLeft;
        }
    }

    private bool CallsFunctions()
    {
        foreach (var one in Heap.Objects)
        {
            if (one is InputObject && Heap.PartsOf(one).Any(static part => Segment.IsArgument(part.Key)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLeft(FlowValue value) => value.Objects.Any(IsLeft) || value.Taints.Any(static taint => taint.Origin is InputOrigin { Path.IsLeft: true });

    private static bool IsLeft(HeapObject one) => one is InputObject { Path.IsLeft: true };
}
