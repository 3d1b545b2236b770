using Ethics.Crm.Consent;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <content>What is asked besides, of reads that policy and people allow, where they leave for a recipient or somebody is contacted with them. In this order: what is refused before is no contact.</content>
internal sealed partial class LiveRuntime
{
    private GateVerdict JudgeMore(in MoreAsked asked, GateVerdict verdict, object? collectedAt)
    {
        var (leaving, contact) = (asked.Host.Leaving, asked.Host.Contact);
        if (leaving is not null && table.ObjectionToDisclosure(asked.Resolved.Labels, leaving.Recipient, asked.Purposes) is { } objection)
            return Stop(asked, Refusal.Recipient, Reasons.OfRecipient(asked.Member, objection));
        // A write contacts nobody: it only wants to know what a read has shown.
        if (contact is not null && (asked.IsWrite ? contact.KnownAgainst(asked.People, asked.Purposes, table) : contact.Against(asked.People, asked.Purposes, table)) is { } against)
            return Stop(asked, against.Refusal ?? Refusal.NotPermitted, Reasons.OfContact(asked.Member, contact.Channel, against));
        if (!asked.IsWrite)
            leaving?.Note(asked.Member, asked.People, asked.Resolved.Origin.TellsAge ? collectedAt : null);
        return verdict;
    }

    /// <summary>Refused or redacted in every mode: what audit lets pass are reads, and this is more than one.</summary>
    private GateVerdict Stop(MoreAsked asked, Refusal refusal, string reason)
    {
        var verdict = asked.Purposes.Select(purpose => Apply(asked.Resolved, purpose, asked.Purposes, refusal, reason, rule: null, evenWithConsent: false)).Aggregate(Worse);
        return verdict.Outcome == GateOutcome.Audited ? verdict with { Outcome = GateOutcome.Refused } : verdict;
    }

    private GateVerdict RefuseStopped(GuardedMember member, IReadOnlyList<string> purposes, JudgingHost stopped) => stopped.Leaving is not null
        ? Refuse(member, purposes, Refusal.Recipient, Reasons.OfRecipient(member, "the application that sends it has stopped"))
        : Refuse(member, purposes, Refusal.PolicyUnavailable, Reasons.OfStoppedContact(member));

    private readonly record struct MoreAsked(GuardedMember Member, ResolvedMember Resolved, IReadOnlyList<string> Purposes, JudgingHost Host, People People, bool IsWrite);
}
