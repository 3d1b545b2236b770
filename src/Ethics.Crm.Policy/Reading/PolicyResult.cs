namespace Ethics.Crm.Policy;

/// <summary>What reading gave: a table, or the errors that prevent one.</summary>
public sealed class PolicyResult
{
    internal PolicyResult(PolicyTable? table, PolicyDocument? partial, IReadOnlyList<PolicyError> errors)
    {
        Table = table;
        PartialDocument = partial;
        Errors = errors;
    }

    /// <summary>Null exactly when there are errors: a policy with errors decides nothing.</summary>
    public PolicyTable? Table { get; }

    /// <summary>What could be read in spite of errors, for constants only, so that one typing error does not undefine every name; null when nothing could.</summary>
    public PolicyDocument? PartialDocument { get; }

    /// <summary>Sorted by file, line, column.</summary>
    public IReadOnlyList<PolicyError> Errors { get; }
}
