using System.Globalization;

namespace Ethics.Crm.Benchmarks;

/// <summary>The same number, measured several times.</summary>
public sealed class Spread(IReadOnlyList<double> values)
{
    private readonly double[] _values = [.. values.Order()];

    public double Least => _values[0];

    /// <summary>What counts: whatever disturbs one measurement does not.</summary>
    public double Median => (_values[(_values.Length - 1) / 2] + _values[_values.Length / 2]) / 2;

    public double Most => _values[^1];

    /// <summary>The least and the most.</summary>
    public string ToText(string format) => $"{Text(Least, format)} to {Text(Most, format)}";

    /// <summary>The least, the median and the most.</summary>
    public string ToTextWithMedian(string format) => $"{Text(Least, format)}, {Text(Median, format)}, {Text(Most, format)}";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
