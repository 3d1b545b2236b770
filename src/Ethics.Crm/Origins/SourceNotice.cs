namespace Ethics.Crm;

/// <summary>That a person was told where data about them comes from.</summary>
/// <param name="Source">The source's name in the policy.</param>
/// <param name="At">When it was recorded, in UTC.</param>
/// <param name="Evidence">Null when none was given.</param>
public sealed record SourceNotice(string Source, DateTimeOffset At, ConsentEvidence? Evidence);
