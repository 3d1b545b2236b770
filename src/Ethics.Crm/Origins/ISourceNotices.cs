namespace Ethics.Crm;

/// <summary>What people have been told of where data about them comes from. Data from a source that is not the person (<c>"direct": false</c>) may be used once the person has been told (Art. 14 GDPR), and before that only for what the law requires.</summary>
/// <remarks>Reads ask what was recorded by the service that <c>AddEthicsCrm</c> registers, and no other implementation.</remarks>
public interface ISourceNotices
{
    /// <summary>Records that the person has been told that data about them comes from this source. From then on it may be used.</summary>
    /// <param name="subject">The person; without tenant, that of the application's options counts.</param>
    /// <param name="source">A source that the policy declares.</param>
    /// <param name="evidence">What the person was shown, and how; null when nothing is known.</param>
    /// <param name="ct">Cancels before anything is recorded.</param>
    /// <exception cref="ArgumentException">The key names nobody, or the policy does not know the source.</exception>
    Task RecordAsync(SubjectKey subject, string source, ConsentEvidence? evidence = null, CancellationToken ct = default);

    /// <summary>What the person has been told, oldest first.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="ct">Cancels the look-up.</param>
    Task<IReadOnlyList<SourceNotice>> OfAsync(SubjectKey subject, CancellationToken ct = default);
}
