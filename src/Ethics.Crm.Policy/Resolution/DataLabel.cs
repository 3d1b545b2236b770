namespace Ethics.Crm.Policy;

/// <summary>What a member is labelled with.</summary>
public sealed class DataLabel : IEquatable<DataLabel>
{
    private readonly string[]? _sorted;

    /// <summary>A label.</summary>
    /// <param name="category">Null when only purposes are known.</param>
    /// <param name="collectedFor">Null means "the category's default"; an empty list means "for nothing".</param>
    public DataLabel(string? category, IReadOnlyList<string>? collectedFor)
    {
        Category = category;
        CollectedFor = collectedFor;
        _sorted = collectedFor?.Distinct(StringComparer.Ordinal).OrderBy(p => p, StringComparer.Ordinal).ToArray();
    }

    /// <summary>The kind of personal data; null when only purposes are known.</summary>
    public string? Category { get; }

    /// <summary>The purposes it was collected for, in the order given; null means "the category's default".</summary>
    public IReadOnlyList<string>? CollectedFor { get; }

    /// <summary>Numbers of the files below an overlay that say it too, for whoever asks how these refuse; of no account for what it permits, so not compared.</summary>
    internal IReadOnlyList<int> SaidBelow { get; private init; } = [];

    /// <summary>Numbers of those that say it without its category, which an overlay gives.</summary>
    internal IReadOnlyList<int> SaidBelowWithoutCategory { get; private init; } = [];

    /// <summary>The numbers of both.</summary>
    internal IEnumerable<int> Below => SaidBelow.Union(SaidBelowWithoutCategory);

    internal bool IsSaidBelow(int layer) => SaidBelow.Contains(layer) || SaidBelowWithoutCategory.Contains(layer);

    internal DataLabel SaidAlsoBelow(IEnumerable<int> layers) => new(Category, CollectedFor) { SaidBelow = [.. SaidBelow.Union(layers)], SaidBelowWithoutCategory = SaidBelowWithoutCategory };

    internal DataLabel SaidAlsoBelowWithoutCategory(IEnumerable<int> layers) => new(Category, CollectedFor) { SaidBelow = SaidBelow, SaidBelowWithoutCategory = [.. SaidBelowWithoutCategory.Union(layers)] };

    /// <summary>Same category and same set of purposes, whatever their order.</summary>
    /// <param name="other">The other label.</param>
    /// <returns>True when both mean the same.</returns>
    public bool Equals(DataLabel? other) =>
        other is not null && string.Equals(Category, other.Category, StringComparison.Ordinal)
        && (_sorted is null ? other._sorted is null : other._sorted is not null && _sorted.SequenceEqual(other._sorted, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataLabel);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = Category is null ? 17 : StringComparer.Ordinal.GetHashCode(Category);
        if (_sorted is not null)
        {
            hash = unchecked(hash * 31 + 1);
            foreach (var purpose in _sorted)
            {
                hash = unchecked(hash * 31 + StringComparer.Ordinal.GetHashCode(purpose));
            }
        }

        return hash;
    }

    /// <summary>Names only, e.g. <c>contact.email for billing, support</c>.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => (Category ?? "no category") + (_sorted is null ? "" : _sorted.Length == 0 ? " for nothing" : " for " + string.Join(", ", _sorted));
}
