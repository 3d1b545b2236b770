namespace Ethics.Crm;

/// <summary>A guarded member was read for a purpose that is not permitted. Carries names only, never a value.</summary>
public sealed class PurposeViolationException : InvalidOperationException
{
    /// <summary>Creates the refusal of one read.</summary>
    public PurposeViolationException(string member, IReadOnlyList<string> purposes, IReadOnlyList<string> permitted, Refusal refusal, string reason, string? rule = null)
        : base(reason)
    {
        Member = member;
        Purposes = purposes;
        Permitted = permitted;
        Refusal = refusal;
        Reason = reason;
        Rule = rule;
    }

    /// <summary>The member that was read, e.g. <c>Contact.Email</c>.</summary>
    public string Member { get; }

    /// <summary>The purposes of the scope; empty without scope.</summary>
    public IReadOnlyList<string> Purposes { get; }

    /// <summary>The purposes that the policy permits for the member, consent apart.</summary>
    public IReadOnlyList<string> Permitted { get; }

    /// <summary>The kind of refusal.</summary>
    public Refusal Refusal { get; }

    /// <summary>The refusal in words, with what would change it.</summary>
    public string Reason { get; }

    /// <summary>The id of the policy's rule that decided; null when none did.</summary>
    public string? Rule { get; }
}
