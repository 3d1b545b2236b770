using Ethics.Crm.Soundness.Tests.Interpretation;

namespace Ethics.Crm.Soundness.Tests.Judging;

/// <param name="Missed">Misuse that no report names where it may be named.</param>
/// <param name="FalseAlarms">Reports that say something to which nothing in any run answers.</param>
/// <param name="Misplaced">Reports of a misuse that there is, at a line where it is not to be told; it counts as missed.</param>
/// <param name="Unused">Reports of a value that came into code for a wrong purpose, which did nothing with it: neither required nor wrong.</param>
/// <param name="Unjudged">Reports at lines with code that no run reached.</param>
/// <param name="Arrivals">Lines at which a value came into code for a wrong purpose, which did nothing with it.</param>
/// <param name="ReportedArrivals">How many of them are reported.</param>
internal sealed record Judgement(
    IReadOnlyList<Witness> Witnesses, IReadOnlyList<Report> Reports, IReadOnlyList<Witness> Missed,
    IReadOnlyList<Report> FalseAlarms, IReadOnlyList<Report> Misplaced, IReadOnlyList<Report> Unused, IReadOnlyList<Report> Unjudged,
    IReadOnlyList<Touch> Arrivals, int ReportedArrivals);
