namespace Ethics.Crm;

/// <summary>The answer to one question.</summary>
/// <param name="Allowed">Whether the use is allowed now.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Rule">The id of the policy's rule that decided; null when none did.</param>
public sealed record PurposeDecision(bool Allowed, string Reason, string? Rule)
{
    /// <summary>The kind of refusal; null when the use is allowed.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What would change the answer, in words: what to ask whom, or what to say in the policy; null when the use is allowed.</summary>
    public string? Remedy { get; init; }
}
