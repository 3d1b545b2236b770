using System.Globalization;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowCost;

/// <summary>What a compilation with timed analyzers wrote down.</summary>
internal sealed class TimedRun
{
    private readonly double process;
    private readonly double look;
    private readonly List<Callback> callbacks = [];
    private readonly Dictionary<string, int> figures = new(StringComparer.Ordinal);

    public TimedRun(string file) : this(File.ReadAllLines(file))
    {
    }

    public TimedRun(IEnumerable<string> lines)
    {
        var between = 0d;
        foreach (var cells in lines.Select(static line => line.Split('\t')))
        {
            var value = double.Parse(cells[^1], CultureInfo.InvariantCulture);
            switch (cells[0])
            {
                case "process":
                    process = value;
                    break;
                case "between":
                    between = value;
                    break;
                case "look":
                    look = value;
                    break;
                case "callback":
                    callbacks.Add(new(cells[1], cells[2], long.Parse(cells[3], CultureInfo.InvariantCulture), value));
                    break;
                case "figure":
                    figures.Add(cells[1], (int)value);
                    break;
            }
        }

        // The look at the clock is no work of ours.
        Callbacks = callbacks.Select(one => one with { Nanoseconds = Math.Max(0, one.Nanoseconds - (one.Count * between)) }).OrderByDescending(static one => one.Nanoseconds).ToArray();
    }

    public IReadOnlyList<Callback> Callbacks { get; }

    public double Inside => Callbacks.Sum(static one => one.Nanoseconds);

    /// <summary>The process without our callbacks and without looking at the clock.</summary>
    public double Rest => process - Inside - (callbacks.Sum(static one => one.Count) * look);

    public double Share => Inside / Rest;

    public IReadOnlyDictionary<string, int> Figures => figures;

    /// <param name="Count">How often it was called.</param>
    internal sealed record Callback(string Analyzer, string Kind, long Count, double Nanoseconds)
    {
        /// <summary>The part of the work that it belongs to.</summary>
        public string Phase => (Analyzer, Kind) switch
        {
            (_, "compilation start") => "start: policy and attributes",
            ("FlowAnalyzer", "operation") => "flows: who calls whom, who reads",
            ("FlowAnalyzer", "semantic model") => "flows: models are kept",
            ("FlowAnalyzer", "compilation end") => "flows: everything is solved",
            ("FlowAnalyzer", _) => "purposes that are no constant (ECRM9001)",
            ("MisusedReadAnalyzer" or "UndeclaredReadAnalyzer", _) => "direct reads (ECRM2001, ECRM2005)",
            _ => "all other rules",
        };
    }
}
