using Ethics.Crm.Policy;

namespace Ethics.Crm.Decisions;

/// <summary>What would change a refusal, for those who answer for the data: whom to ask, what to say in the policy, or that nothing would. Names only.</summary>
internal static class Remedies
{
    public const string Start = "Nothing is decided before the application has started under a policy that can be read.";
    public const string Ask = "Name a purpose and a member or category.";
    public const string Member = "Declare the category in the policy, label the member, or name it as it is declared.";
    public const string Load = "Let the program find the assembly that is missing.";

    public static string OfUnknownPurpose(PolicyTable table, string purpose) => table.NearestPurpose(purpose) is { } nearest
        ? $"Declare it under \"purposes\" in the policy; or was '{nearest}' meant?"
        : "Declare it under \"purposes\" in the policy.";

    public static string OfLabel(PurposeVerdict verdict, string purpose) => verdict.Kind switch
    {
        VerdictKind.NothingPermitted => "Say in the policy, or with [CollectedFor] on the member, what it was collected for.",
        VerdictKind.NotCollected => $"Collect it for '{purpose}' and tell people so when it is collected. What was not collected on consent may also serve a purpose that is declared under \"compatible\", with its assessment.",
        VerdictKind.Ceiling => "Nothing but the category's \"only\" in the policy, which no label and no consent exceeds.",
        VerdictKind.Rule when verdict.EvenWithConsent => $"Nothing that a person could say: rule '{verdict.Rule}' holds even with consent.",
        VerdictKind.Rule => $"Nothing but a change of rule '{verdict.Rule}' in the policy.",
        VerdictKind.SpecialWithoutGround => $"Rest '{purpose}' on consent, or name its ground under \"article9\".",
        VerdictKind.Protected => "Nothing: protected data may not influence a decision about people. Decide without it.",
        VerdictKind.InConfidence => "Nothing: what was told in confidence tailors nothing. Leave it out.",
        _ => "Declare the purpose under \"purposes\" in the policy.",
    };

    public static string OfPerson(Refusal refusal, string purpose, bool isDirectMarketing) => refusal switch
    {
        Refusal.ConsentMissing => $"Ask the person for consent to '{purpose}'.",
        Refusal.ConsentWithdrawn => "Only the person can change it, by consenting again.",
        Refusal.ConsentLapsed => "Ask the person again, with the notice now in force.",
        Refusal.Objection when isDirectMarketing => "Only the person can change it: an objection to direct marketing always holds.",
        Refusal.Objection => "Only the person can change it, by agreeing to it.",
        Refusal.Restriction => "Wait until the restriction has been lifted.",
        Refusal.TooOld => "Ask the person again whether it still holds, and record when. Its age is that of an object: where none is at hand, ask PermittedFor or SplitByPermission with the object and the member.",
        Refusal.SourceUntold => "Tell the person where it comes from, and record it (ISourceNotices.RecordAsync).",
        Refusal.Stale => "Let the program reach the ledger of what people decided.",
        Refusal.HostUnknown => "Let the code run in a scope of the application that knows the person.",
        _ => "Say whom the data is about.",
    };

    public static string OfRecipient(string recipient) => $"Declare under \"recipients\" what '{recipient}' may have, for which purposes, and its safeguard where it lies abroad.";
}
