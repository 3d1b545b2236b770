namespace Ethics.Crm.Benchmarks.Binding;

/// <summary>Starts of a program without binding and with it, in turn.</summary>
/// <param name="Without">Microseconds, one for each round.</param>
/// <param name="With">The same, of the same rounds.</param>
public sealed record Rounds(IReadOnlyList<double> Without, IReadOnlyList<double> With)
{
    public int Count => Without.Count;

    /// <summary>Of the medians: what disturbs one round does not count.</summary>
    public double Ratio => Median(With) / Median(Without);

    /// <summary>Of each round by itself.</summary>
    public IReadOnlyList<double> Ratios => [.. Without.Zip(With, static (without, with) => with / without).Order()];

    public static double Median(IEnumerable<double> values) => values.Order().ToArray() is var all ? (all[(all.Length - 1) / 2] + all[all.Length / 2]) / 2 : 0;
}
