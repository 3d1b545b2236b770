namespace Ethics.Crm.Benchmarks.Binding;

/// <summary>Starts of a program without binding and with it, in turn.</summary>
/// <param name="without">Microseconds, one for each round.</param>
/// <param name="with">The same, of the same rounds.</param>
public sealed class Rounds(IReadOnlyList<double> without, IReadOnlyList<double> with)
{
    public int Count => without.Count;

    public Spread Without { get; } = new(without);

    public Spread With { get; } = new(with);

    /// <summary>Of each round by itself.</summary>
    public Spread Ratios { get; } = new([.. without.Zip(with, static (without, with) => with / without)]);

    /// <summary>Of the medians: what disturbs one round does not count.</summary>
    public double Ratio => With.Median / Without.Median;
}
