namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>A side-car that is not used.</summary>
/// <param name="Why">As it follows the name of the file in a message.</param>
internal sealed record SideCarProblem(string Path, string Why);
