namespace Ethics.Crm.Analyzers.Benchmarks.FlowCost;

/// <summary>How much of the generated program is about people.</summary>
internal enum Mix
{
    /// <summary>As much as was counted in real programs, and somewhat more.</summary>
    Matched,

    /// <summary>All of it: a fifth of the bodies reads something labelled.</summary>
    Dense,
}
