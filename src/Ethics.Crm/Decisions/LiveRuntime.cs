using Ethics.Crm.Consent;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>The live policy's answers. Immutable: a reload puts another one in its place.</summary>
internal sealed class LiveRuntime(PolicyTable table, HostRegistry hosts) : GateRuntime
{
    public PolicyTable Table => table;

    public override GateHost? HostFor(GateHost? known)
    {
        // A scope stays with its host, also when that has stopped: another host's people are not its people.
        if (known is CrmHost own)
            return own.IsRunning ? own : null;
        return hosts.OnlyOne;
    }

    public override IEnumerable<string> FastPermitted(GuardedMember member) => Resolve(member).Permitted;

    public override IReadOnlyList<string> Permitted(GuardedMember member) => Resolve(member).Permitted;

    public override void Prepare(GuardedMember member)
    {
        var resolved = ResolvedMember.Of(table, member);
        member.Resolved = resolved;
        member.MayRedact = Modes.CanRedact(table.Document, resolved.Categories);
    }

    public override GateVerdict Judge(GuardedMember member, IReadOnlyList<string> purposes, GateHost? host, ConsentSlot slot)
    {
        var resolved = Resolve(member);
        var worst = GateVerdict.Allowed;
        foreach (var purpose in purposes)
        {
            var verdict = JudgeOne(member, resolved, purpose, host, slot);
            // Every purpose must be permitted: a refusal outweighs a redaction, that an audited read.
            if (Weight(verdict.Outcome) > Weight(worst.Outcome))
                worst = verdict;
        }

        return worst;
    }

    public override GateVerdict Refuse(GuardedMember member, Refusal refusal, string reason)
    {
        return Apply(Resolve(member), null, refusal, reason, rule: null, evenWithConsent: false);
    }

    public override void OnAudited(GuardedMember member, IReadOnlyList<string> purposes, Refusal refusal) => hosts.Audit(member.Member, purposes, refusal);

    public override void OnUnchecked(string reason) => hosts.AuditUnchecked(reason);

    private GateVerdict JudgeOne(GuardedMember member, ResolvedMember resolved, string purpose, GateHost? host, ConsentSlot slot)
    {
        var verdict = resolved.Judge(purpose);
        if (!verdict.IsPermitted)
        {
            var refusal = Reasons.RefusalOf(verdict.Kind);
            return Apply(resolved, purpose, refusal, Reasons.Of(member, resolved, purpose, verdict), verdict.Rule, verdict.EvenWithConsent);
        }

        var declared = table.Document.Purposes[purpose];
        if (host is not CrmHost known)
        {
            return ConsentStanding.NeedsPerson(declared.Basis)
                ? Apply(resolved, purpose, Refusal.HostUnknown, Reasons.HostUnknown(member, purpose), null, false)
                : GateVerdict.Allowed;
        }

        var people = CrmHost.PeopleOf(slot);
        if (people.IsUnknown)
        {
            return ConsentStanding.OfUnknown(declared).IsAllowed
                ? GateVerdict.Allowed
                : Apply(resolved, purpose, Refusal.SubjectUnknown, Reasons.SubjectUnknown(member, purpose), null, false);
        }

        foreach (var person in people.Persons)
        {
            if (known.StandingOf(person, purpose, declared) is { Refusal: { } refusal })
                return Apply(resolved, purpose, refusal, Reasons.OfPerson(member, purpose, refusal), null, false);
        }

        return GateVerdict.Allowed;
    }

    private GateVerdict Apply(ResolvedMember resolved, string? purpose, Refusal refusal, string reason, string? rule, bool evenWithConsent)
    {
        var mode = Modes.Of(table.Document, purpose, resolved.Categories, rule);
        var decides = purpose is not null && table.Document.Purposes.TryGetValue(purpose, out var declared) && declared.Decision;
        var outcome = mode switch
        {
            EnforcementMode.Audit when Modes.MayPassInAudit(refusal, evenWithConsent) => GateOutcome.Audited,
            // In a decision an invented value would be a false statement about a person.
            EnforcementMode.Redact when !decides => GateOutcome.Redacted,
            _ => GateOutcome.Refused,
        };
        return new GateVerdict(outcome, refusal, reason, rule, resolved.RedactedText);
    }

    private ResolvedMember Resolve(GuardedMember member) =>
        member.Resolved is ResolvedMember resolved && ReferenceEquals(resolved.Table, table) ? resolved : ResolvedMember.Of(table, member);

    private static int Weight(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Allowed => 0,
        GateOutcome.Audited => 1,
        GateOutcome.Redacted => 2,
        _ => 3,
    };
}
