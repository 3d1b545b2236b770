namespace Ethics.Crm.Runtime;

/// <summary>What the slots of one host have in common, so that a slot needs a single reference to it. As it stands: the slots of people who are not known.</summary>
internal class SlotOwner(GateHost host)
{
    public GateHost Host => host;
}

/// <summary>
/// Stands in for the owner of slots whose people refuse some purposes, each for its reason: what was found out about a person once is known of their slot, and costs the slot no word of its own.
/// There are as many as ways to refuse, however many people; who shares them keeps their number within bounds.
/// </summary>
/// <param name="owner">The owner that the slot comes back to with its next change.</param>
/// <param name="others">What they refuse besides; null for nothing.</param>
/// <param name="purpose">The bit of the purpose.</param>
internal sealed class RefusingOwner(SlotOwner owner, RefusingOwner? others, ulong purpose, Refusal reason) : SlotOwner(owner.Host)
{
    public SlotOwner Owner => owner;

    public RefusingOwner? Others => others;

    public ulong Purpose => purpose;

    public Refusal Reason => reason;

    /// <summary>How many purposes.</summary>
    public int Count { get; } = 1 + (others?.Count ?? 0);

    /// <summary>Null for a purpose of which it is not known.</summary>
    public Refusal? Against(ulong asked)
    {
        for (var one = this; one is not null; one = one.Others)
        {
            if (one.Purpose == asked)
                return one.Reason;
        }

        return null;
    }
}
