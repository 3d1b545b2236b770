namespace Ethics.Crm;

/// <summary>That two keys are one person.</summary>
/// <param name="Id">Tells this merge from every other.</param>
/// <param name="One">One key, with its tenant.</param>
/// <param name="Other">The other.</param>
/// <param name="At">Since when, in UTC.</param>
/// <param name="UndoneAt">When it was taken back; null while it holds.</param>
public sealed record PersonMerge(Guid Id, SubjectKey One, SubjectKey Other, DateTimeOffset At, DateTimeOffset? UndoneAt);
