namespace Ethics.Crm.Policies;

/// <summary>What came of the last look at the policy file; one for each application.</summary>
internal sealed class PolicyStatus
{
    private volatile string? _failure;

    /// <summary>Why the file's policy is not in force; null when it is.</summary>
    public string? Failure => _failure;

    public void Good() => _failure = null;

    /// <returns>False when this very reason stands already.</returns>
    public bool Bad(string reason)
    {
        var known = _failure == reason;
        _failure = reason;
        return !known;
    }
}
