namespace Ethics.Crm.Runtime;

internal enum GateOutcome
{
    Allowed,
    Refused,
    /// <summary>Shown as the redacted value.</summary>
    Redacted,
    /// <summary>Would be refused, but the policy only records it.</summary>
    Audited,
}

/// <summary>The slow path's answer for one read.</summary>
/// <param name="RedactedText">For a string; null means the empty string.</param>
internal readonly record struct GateVerdict(GateOutcome Outcome, Refusal Refusal, string Reason, string? Rule = null, string? RedactedText = null)
{
    public static GateVerdict Allowed => new(GateOutcome.Allowed, default, "");

    public static GateVerdict Refuse(Refusal refusal, string reason, string? rule = null) => new(GateOutcome.Refused, refusal, reason, rule);
}
