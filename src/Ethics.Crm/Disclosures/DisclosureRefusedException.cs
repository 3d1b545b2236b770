namespace Ethics.Crm;

/// <summary>Something was to leave for a recipient that may not have it, and was not sent. Carries names only, never a value.</summary>
public sealed class DisclosureRefusedException : InvalidOperationException
{
    /// <summary>Creates the refusal of one disclosure.</summary>
    /// <param name="recipient">The recipient's name in the policy.</param>
    /// <param name="purposes">What it was to be sent for; empty without scope.</param>
    /// <param name="reason">The refusal in words, with what would change it.</param>
    /// <param name="rule">The id of the policy's rule that decided; null when none did.</param>
    public DisclosureRefusedException(string recipient, IReadOnlyList<string> purposes, string reason, string? rule = null)
        : base($"Nothing was sent to '{recipient}': {reason}.")
    {
        Recipient = recipient;
        Purposes = purposes;
        Reason = reason;
        Rule = rule;
    }

    /// <summary>The recipient's name in the policy.</summary>
    public string Recipient { get; }

    /// <summary>What it was to be sent for; empty without scope.</summary>
    public IReadOnlyList<string> Purposes { get; }

    /// <summary>The refusal in words, with what would change it.</summary>
    public string Reason { get; }

    /// <summary>The id of the policy's rule that decided; null when none did.</summary>
    public string? Rule { get; }
}
