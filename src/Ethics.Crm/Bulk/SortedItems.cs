namespace Ethics.Crm.Bulk;

/// <summary>Objects, those that may be used apart from those that may not, each of these with the number of its reason: there are few reasons, however many objects.</summary>
/// <param name="count">How many objects there are.</param>
internal sealed class SortedItems<T>(int count)
{
    private readonly List<PurposeDecision> _reasons = [];

    private PurposeDecision? _last;
    private int _number;

    public Pieces<T> Permitted { get; } = new(count);

    public Pieces<T> Refused { get; } = new(count);

    public IReadOnlyList<PurposeDecision> Reasons => _reasons;

    /// <summary>The number of the reason of each that is refused; null while there is one reason for all, which is nearly always.</summary>
    public Pieces<int>? ReasonOf { get; private set; }

    public void Permit(T item) => Permitted.Add(item);

    public void Refuse(T item, PurposeDecision decision)
    {
        Because(decision);
        ReasonOf?.Add(_number);
        Refused.Add(item);
    }

    /// <summary>The reason of those who are refused next.</summary>
    public void Because(PurposeDecision decision)
    {
        if (!ReferenceEquals(_last, decision))
            Choose(decision);
    }

    /// <summary>Permits some objects of a row and refuses the others, for the reason that was given last.</summary>
    /// <param name="row">At most as many as a word has bits.</param>
    /// <param name="end">Behind the last, of which there is one at least.</param>
    /// <param name="permitted">The lowest bit stands for the first of the row.</param>
    public void Add(T[] row, int first, int end, ulong permitted)
    {
        Permitted.Add(row, permitted);
        var refused = ~permitted & (ulong.MaxValue << first) & (ulong.MaxValue >> (SlotCursor.Longest - end));
        for (var left = ReasonOf is null ? 0 : refused; left != 0; left &= left - 1)
            ReasonOf!.Add(_number);
        Refused.Add(row, refused);
    }

    private void Choose(PurposeDecision decision)
    {
        _last = decision;
        for (_number = 0; _number < _reasons.Count; _number++)
        {
            if (ReferenceEquals(_reasons[_number], decision))
                return;
        }

        _reasons.Add(decision);
        if (_number != 1)
            return;
        ReasonOf = new(count);
        for (var i = 0; i < Refused.Count; i++)
            ReasonOf.Add(0);
    }
}
