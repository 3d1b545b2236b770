namespace Ethics.Crm;

/// <summary>Receipts of consent: what a person is handed, or keeps, of a decision (Art. 7 (1) GDPR; the information structure of ISO/IEC TS 27560:2023).</summary>
public interface IConsentReceipts
{
    /// <summary>A receipt of what the person decided about a purpose, as it stands now, by the policy in force.</summary>
    /// <param name="subject">The person; without tenant, that of the application's options counts.</param>
    /// <param name="purpose">A purpose that the policy declares.</param>
    /// <param name="ct">Cancels the look-up.</param>
    /// <returns>Null when nothing that was recorded bears on the purpose.</returns>
    /// <exception cref="ArgumentException">The policy does not declare the purpose.</exception>
    /// <exception cref="InvalidOperationException">The host has not started, or the person's decisions change each time that they are asked for.</exception>
    Task<ConsentReceipt?> IssueAsync(SubjectKey subject, string purpose, CancellationToken ct = default);
}
