namespace Ethics.Crm;

/// <summary>Reads of one kind that enforcing would have refused.</summary>
/// <param name="Member">The member, e.g. <c>Contact.Email</c>.</param>
/// <param name="Purpose">What it was read for; null without scope.</param>
/// <param name="Refusal">Why enforcing would have refused.</param>
/// <param name="Reads">How many.</param>
public sealed record ForecastLine(string Member, string? Purpose, Refusal Refusal, long Reads);
