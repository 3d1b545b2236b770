namespace Ethics.Crm;

/// <summary>What left the program for whom. The one that <c>AddEthicsCrm</c> registers lives as long as the process; register your own before it to keep them.</summary>
public interface IDisclosures
{
    /// <summary>Records a disclosure. When it fails, nothing is sent.</summary>
    /// <param name="disclosure">What is about to leave.</param>
    /// <param name="ct">Cancels the recording, and with it the sending.</param>
    Task RecordAsync(Disclosure disclosure, CancellationToken ct = default);

    /// <summary>What was disclosed of one person, under each key that is this person now (<see cref="IPersonMerges"/>), in the order in which it was recorded.</summary>
    /// <param name="subject">The person; without tenant, that of the application's options counts.</param>
    /// <param name="ct">Cancels the look-up.</param>
    Task<IReadOnlyList<Disclosure>> OfAsync(SubjectKey subject, CancellationToken ct = default);
}
