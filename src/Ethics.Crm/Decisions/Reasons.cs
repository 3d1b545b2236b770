using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>Refusals in words: what was read, for what, and what would change the answer. Names only.</summary>
internal static class Reasons
{
    public static Refusal RefusalOf(VerdictKind kind) => kind switch
    {
        VerdictKind.UnknownPurpose => Refusal.UnknownPurpose,
        VerdictKind.Rule => Refusal.DeniedByRule,
        VerdictKind.SpecialWithoutGround => Refusal.SpecialCategory,
        VerdictKind.Protected => Refusal.ProtectedInDecision,
        VerdictKind.InConfidence => Refusal.InConfidence,
        _ => Refusal.NotPermitted,
    };

    public static string Of(GuardedMember member, ResolvedMember resolved, string purpose, PurposeVerdict verdict) => verdict.Kind switch
    {
        VerdictKind.UnknownPurpose => GateMessages.UnknownPurpose(member, purpose),
        VerdictKind.NotCollected or VerdictKind.NothingPermitted => GateMessages.NotPermitted(member, resolved.Permitted, purpose),
        _ => $"'{member.Member}' may not be read for '{purpose}': {verdict.Reason}.",
    };

    public static string HostUnknown(GuardedMember member, string purpose) =>
        $"'{member.Member}' was read for '{purpose}', which needs to know what the person decided, but no host is known for this code: several run in this process, or the one that opened the scope has stopped.";

    public static string SubjectUnknown(GuardedMember member, string purpose) =>
        $"'{member.Member}' was read for '{purpose}', which needs to know what the person decided, but the object does not say whom it is about: its [DataSubjectId] is unset or missing.";

    public static string OfAnyUse(GuardedMember member, Refusal refusal) => $"'{member.Member}' was read without a purpose, {OfPerson(refusal)}. Only storage goes on, whatever the mode.";

    public static string OfRecipient(GuardedMember member, string objection) => $"'{member.Member}' was to leave the program, but {objection}.";

    /// <summary>With what would change it: nobody who catches the refusal of a read gets the decision.</summary>
    public static string OfContact(GuardedMember member, string channel, PurposeDecision against) =>
        $"'{member.Member}' was read to contact somebody by '{channel}': {OfContact(against)}";

    public static string OfContact(string channel, PurposeDecision against) => $"it contacts somebody by '{channel}', and {OfContact(against)}";

    private static string OfContact(PurposeDecision against) => $"{Given(against).TrimEnd('.')}.{(against.Remedy is { } remedy ? " " + remedy : "")}";

    /// <summary>The words of a decision, which a part of the application's own may have made without any.</summary>
    public static string Given(PurposeDecision against) => against.Reason ?? "no reason was given";

    /// <summary>A part of the application's own that gave null where it is to decide.</summary>
    public static PurposeDecision OfNoAnswer(object part, string role, string method) =>
        new(false, $"'{part.GetType()}', which is registered as {role}, gave no answer", null) { Refusal = Refusal.NotPermitted, Remedy = $"Let its {method} return a decision, never null." };

    public static string OfStoppedContact(GuardedMember member) => $"'{member.Member}' was read to contact somebody, but the application that does so has stopped.";

    public static string OfPerson(GuardedMember member, string purpose, Refusal refusal) => $"'{member.Member}' was read for '{purpose}', {OfPerson(refusal)}.";

    public static string OfPerson(Refusal refusal) => refusal switch
    {
        Refusal.ConsentMissing => "but the person has not consented to it",
        Refusal.ConsentWithdrawn => "but the person has withdrawn consent to it",
        Refusal.ConsentLapsed => "but the consent to it has lapsed or was given to an older notice; ask again",
        Refusal.Objection => "but the person has objected to it",
        Refusal.Restriction => "but the person has restricted processing (Art. 18), and the restriction has not been lifted",
        Refusal.TooOld => "but it is older than that purpose allows, or does not say how old it is",
        Refusal.SourceUntold => "but it comes from a source that is not the person, who has not been told so yet",
        Refusal.Stale => "but the ledger of what people decided cannot be asked, or what is known of it is too old",
        _ => "which needs to know what the person decided, and nothing is known of the person",
    };
}
