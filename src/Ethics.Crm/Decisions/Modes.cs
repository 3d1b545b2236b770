using Ethics.Crm.Consent;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Decisions;

/// <summary>Which enforcement mode applies. Of the purposes, categories and rules that match the strictest counts; the default only where none matches.</summary>
internal static class Modes
{
    public static EnforcementMode Of(PolicyDocument policy, string? purpose, IEnumerable<string> categories, string? rule)
    {
        var enforcement = policy.Enforcement;
        EnforcementMode? strictest = null;
        void Consider(EnforcementMode mode) => strictest = strictest is { } s && s < mode ? s : mode;

        foreach (var entry in enforcement.Purposes)
        {
            if (purpose is not null && ConsentStanding.Covers(entry.Key, purpose))
                Consider(entry.Value);
        }

        foreach (var category in categories)
        {
            foreach (var entry in enforcement.Categories)
            {
                if (ConsentStanding.Covers(entry.Key, category))
                    Consider(entry.Value);
            }
        }

        if (rule is not null && enforcement.Rules.TryGetValue(rule, out var ofRule))
            Consider(ofRule);
        return strictest ?? enforcement.Default;
    }

    /// <summary>Whether any read of these categories can be redacted.</summary>
    public static bool CanRedact(PolicyDocument policy, IEnumerable<string> categories) =>
        policy.Enforcement.Default == EnforcementMode.Redact
        || policy.Enforcement.Purposes.Values.Contains(EnforcementMode.Redact)
        || policy.Enforcement.Rules.Values.Contains(EnforcementMode.Redact)
        || policy.Enforcement.Categories.Any(e => e.Value == EnforcementMode.Redact && categories.Any(c => ConsentStanding.Covers(e.Key, c)));

    /// <summary>What audit may record and let pass. A decision of the person, data that no consent opens, a closed scope and an unknown purpose are refused in every mode.</summary>
    public static bool MayPassInAudit(Refusal refusal, bool evenWithConsent) => refusal switch
    {
        Refusal.NoScope or Refusal.NotPermitted or Refusal.ConsentMissing => true,
        Refusal.DeniedByRule => !evenWithConsent,
        _ => false,
    };
}
