namespace Ethics.Crm;

/// <summary>What people decided about the use of their data. A change holds at the next read of every object about that person once the task has completed.</summary>
/// <remarks>
/// Purposes are dotted: a decision on <c>marketing</c> covers <c>marketing.email</c>. Reads ask the ledger that <c>AddEthicsCrm</c> registers: another one in its place fails the start; one of yours can stand around it.
/// </remarks>
public interface IConsentLedger
{
    /// <summary>Records consent to a purpose.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="purpose">A purpose that the policy declares, or a branch of them.</param>
    /// <param name="evidence">What the person saw and where; null when unknown.</param>
    /// <param name="ct">Cancels before anything is recorded.</param>
    /// <exception cref="ArgumentException">The policy does not know the purpose.</exception>
    Task GrantAsync(SubjectKey subject, string purpose, ConsentEvidence? evidence = null, CancellationToken ct = default);

    /// <summary>Records that consent is withdrawn.</summary>
    /// <exception cref="ArgumentException">The policy does not know the purpose, or it does not rest on consent.</exception>
    Task WithdrawAsync(SubjectKey subject, string purpose, CancellationToken ct = default);

    /// <summary>Records an objection (Art. 21).</summary>
    /// <exception cref="ArgumentException">The policy does not know the purpose, or its basis knows no objection (contract, legal obligation, vital interests).</exception>
    Task ObjectAsync(SubjectKey subject, string purpose, CancellationToken ct = default);

    /// <summary>Stops every use but storage (Art. 18) until <see cref="LiftRestrictionAsync"/>; a grant does not lift it.</summary>
    /// <exception cref="ArgumentException">The reason is null or blank.</exception>
    Task RestrictAsync(SubjectKey subject, string reason, CancellationToken ct = default);

    /// <summary>Ends a restriction; does nothing when there is none.</summary>
    Task LiftRestrictionAsync(SubjectKey subject, CancellationToken ct = default);

    /// <summary>Everything that was recorded about the person, oldest first; empty when nothing was.</summary>
    Task<IReadOnlyList<ConsentEntry>> HistoryAsync(SubjectKey subject, CancellationToken ct = default);

    /// <summary>The entry that decides about the purpose now: the restriction, refusal or grant that the answer rests on, a lapsed grant included; null when nothing that was recorded bears on it.</summary>
    Task<ConsentEntry?> ReceiptAsync(SubjectKey subject, string purpose, CancellationToken ct = default);

    /// <summary>Tells every change of the person's decisions from now on.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="changed">Called after the change holds. What it throws is logged by its type and stops nothing.</param>
    /// <returns>Ends the watch when disposed.</returns>
    IDisposable Watch(SubjectKey subject, Action<ConsentEntry> changed);
}
