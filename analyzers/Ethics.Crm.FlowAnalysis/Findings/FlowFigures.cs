namespace Ethics.Crm.FlowAnalysis.Findings;

/// <summary>What following the values of one compilation took. For benchmarks and tests.</summary>
/// <param name="Methods">Methods that were summarised.</param>
/// <param name="Runs">How often one was walked: once at least, and again for what it learned of those that it calls.</param>
/// <param name="Blocks">Basic blocks that were walked.</param>
/// <param name="BoundAgain">Bodies for which no model was kept.</param>
/// <param name="Found">Values that came where they must not.</param>
/// <param name="GivenUp">Methods for which the budget ran out.</param>
internal sealed record FlowFigures(int Methods, int Runs, int Blocks, int BoundAgain, int Found, int GivenUp);
