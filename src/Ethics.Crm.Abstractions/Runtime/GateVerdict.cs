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
/// <param name="Audited">What is let pass and recorded, once for each purpose; null unless the outcome is <see cref="GateOutcome.Audited"/>.</param>
internal readonly record struct GateVerdict(
    GateOutcome Outcome, Refusal Refusal, string Reason, string? Rule = null, string? RedactedText = null, IReadOnlyList<AuditedUse>? Audited = null)
{
    public static GateVerdict Allowed => new(GateOutcome.Allowed, default, "");

    public static GateVerdict Refuse(Refusal refusal, string reason, string? rule = null) => new(GateOutcome.Refused, refusal, reason, rule);
}

/// <summary>One purpose that a read was let pass for.</summary>
/// <param name="Purpose">Null without scope.</param>
/// <param name="Refusal">Why enforcing would have refused.</param>
internal readonly record struct AuditedUse(string? Purpose, Refusal Refusal);
