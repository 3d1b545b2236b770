namespace Ethics.Crm;

/// <summary>Personal data that left for a recipient, as a person may ask about it (Art. 15 (1) c, Art. 19 GDPR). Names and keys, never what was sent.</summary>
/// <param name="At">When.</param>
/// <param name="Recipient">The recipient's name in the policy.</param>
/// <param name="Purposes">What it was sent for.</param>
/// <param name="Categories">What kinds of data, as far as they are known; empty when it is not known what was in it, or when nothing personal was.</param>
/// <param name="Subjects">Whom the data is about, as far as that is known.</param>
/// <param name="Means">How it left, for example <c>HTTP client 'mailchimp'</c>.</param>
public sealed record Disclosure(
    DateTimeOffset At, string Recipient, IReadOnlyList<string> Purposes, IReadOnlyList<string> Categories, IReadOnlyList<SubjectKey> Subjects, string Means)
{
    /// <summary>Names and a number: who the people are stays out of logs.</summary>
    public override string ToString() => $"{At:O} to {Recipient} for {string.Join(", ", Purposes)}: {string.Join(", ", Categories)} of {Subjects.Count} people, {Means}";
}
