using Ethics.Crm.Policy.Reading;

namespace Ethics.Crm.Policy;

/// <summary>Reads, merges and checks policy files. Never throws on content; every mistake becomes a <see cref="PolicyError"/>.</summary>
public static class PolicyReader
{
    /// <summary>Reads a policy.</summary>
    /// <param name="source">The policy of the project or program.</param>
    /// <param name="bases">The files that <c>extends</c> may name, matched by path relative to the extending file, else by file name. Those that nothing names are not read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>A table, or errors.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PolicyResult Read(PolicySource source, IReadOnlyList<PolicySource>? bases = null, CancellationToken cancellationToken = default)
    {
        if (source is null)
        {
            throw new ArgumentNullException(nameof(source));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new ReadingSession(bases ?? [], cancellationToken).Read(source);
    }
}
