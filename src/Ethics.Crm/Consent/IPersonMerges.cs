namespace Ethics.Crm;

/// <summary>Two records that turn out to be one person, and back. While they are merged, what either has decided counts for both, and the more restrictive of the two wins.</summary>
public interface IPersonMerges
{
    /// <summary>Says that both keys are one person. From then on a use is allowed only where the decisions under both allow it, and each new decision counts under both.</summary>
    /// <param name="one">A person; without tenant, that of the application's options counts.</param>
    /// <param name="other">The same person under another id, or of another subject type.</param>
    /// <param name="ct">Cancels before anything is changed.</param>
    /// <exception cref="ArgumentException">A key names nobody, both are the same, or they are of two tenants, which never meet.</exception>
    Task<PersonMerge> MergeAsync(SubjectKey one, SubjectKey other, CancellationToken ct = default);

    /// <summary>
    /// Takes a merge back. Each key has the decisions that were made under it. Of those that were made under the other one while they were merged it keeps what refuses (withdrawals, objections, restrictions), and nothing
    /// that allows: a merge may have been a mistake, and then somebody else agreed. Does nothing when it has been taken back already.
    /// </summary>
    /// <param name="merge">What <see cref="MergeAsync"/> gave.</param>
    /// <param name="ct">Cancels before anything is changed.</param>
    /// <exception cref="ArgumentException">It is not known here.</exception>
    Task UndoAsync(PersonMerge merge, CancellationToken ct = default);

    /// <summary>The merges that a person had part in, those that were taken back included, oldest first.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="ct">Cancels the look-up.</param>
    Task<IReadOnlyList<PersonMerge>> OfAsync(SubjectKey subject, CancellationToken ct = default);
}
