using Ethics.Crm.Consent;
using Ethics.Crm.Origins;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>The live policy's answers. Immutable: a reload puts another one in its place.</summary>
internal sealed partial class LiveRuntime(PolicyTable table, HostRegistry hosts) : GateRuntime
{
    private readonly Lazy<ulong> _unknownMask = new(() => MaskOf(table, static declared => ConsentStanding.OfUnknown(declared)));
    private readonly Lazy<ulong> _undecidedMask = new(() => MaskOf(table, static declared => ConsentStanding.OfUndecided(declared)));

    private readonly Lazy<PurposesWithBits> _withBit = new(() => new(table));

    public PolicyTable Table => table;

    /// <summary>What the policy says of names and purposes that were asked for.</summary>
    public Rulings Rulings { get; } = new(table);

    /// <summary>The declared purposes that have a bit. Asked only once they have theirs.</summary>
    public PurposesWithBits PurposesWithBit => _withBit.Value;

    /// <summary>What data may be used for whose person is not known. Asked only once the purposes have their bits.</summary>
    public ulong UnknownMask => _unknownMask.Value;

    /// <summary>What data may be used for whose person is known and never decided anything.</summary>
    public ulong UndecidedMask => _undecidedMask.Value;

    /// <summary>Whether some consent ends by the passing of time alone.</summary>
    public bool HasLapsingConsent { get; } = table.Document.Purposes.Values.Any(static p => p.Basis == LawfulBasis.Consent && p.ConsentExpires is not null);

    public override GateHost? HostFor(GateHost? known)
    {
        // A scope stays with its host, also when that has stopped: another host's people are not its people.
        if (known is CrmHost own)
            return own.IsRunning ? own : null;
        // Without its application nothing leaves, and nobody is contacted: it is asked, and refuses.
        if (known is JudgingHost)
            return known;
        return hosts.OnlyOne;
    }

    public override IEnumerable<string> FastPermitted(GuardedMember member) => Resolve(member).PermittedAtOnce;

    public override IReadOnlyList<string> Permitted(GuardedMember member) => Resolve(member).Permitted;

    public override void Prepare(GuardedMember member)
    {
        var resolved = ResolvedMember.Of(table, member);
        member.Resolved = resolved;
        member.MayRedact = Modes.CanRedact(table.Document, resolved.Categories);
    }

    public override GateVerdict Judge(GuardedMember member, IReadOnlyList<string> purposes, GateHost? host, ConsentSlot slot, object? collectedAt) =>
        Judge(member, purposes, host, slot, collectedAt, isWrite: false);

    public override GateVerdict JudgeWrite(GuardedMember member, IReadOnlyList<string> purposes, GateHost? host, ConsentSlot slot, object? collectedAt) =>
        Judge(member, purposes, host, slot, collectedAt, isWrite: true);

    private GateVerdict Judge(GuardedMember member, IReadOnlyList<string> purposes, GateHost? host, ConsentSlot slot, object? collectedAt, bool isWrite)
    {
        var resolved = Resolve(member);
        if (host is JudgingHost { IsRunning: false } stopped)
            return RefuseStopped(member, purposes, stopped);
        var own = JudgingHost.ApplicationOf(host);
        var verdict = own is not null && IsAllowed(resolved.Mask, purposes, own.AllowedAtThisMoment(slot, this))
            ? GateVerdict.Allowed
            : JudgeEach(member, resolved, purposes, own, slot, collectedAt);
        return host is JudgingHost judging && verdict.Outcome is GateOutcome.Allowed or GateOutcome.Audited
            ? JudgeMore(new MoreAsked(member, resolved, purposes, judging, People.Of(slot), isWrite), verdict, collectedAt)
            : verdict;
    }

    private GateVerdict JudgeEach(GuardedMember member, ResolvedMember resolved, IReadOnlyList<string> purposes, CrmHost? host, ConsentSlot slot, object? collectedAt)
    {
        var worst = GateVerdict.Allowed;
        List<AuditedUse>? audited = null;
        foreach (var purpose in purposes)
        {
            foreach (var (refusal, reason, rule, evenWithConsent, category) in Objections(member, resolved, purpose, host, People.Of(slot), collectedAt))
            {
                // Every purpose must be permitted: a refusal outweighs a redaction, that an audited read.
                var verdict = Apply(resolved, purpose, purposes, refusal, reason, rule, evenWithConsent, category);
                worst = Worse(worst, verdict);
                // Counted once for each purpose, whatever else stands against it.
                if (verdict.Outcome == GateOutcome.Audited && (audited is null || audited[audited.Count - 1].Purpose != purpose))
                    (audited ??= []).Add(new AuditedUse(purpose, refusal));
            }
        }

        return worst.Outcome == GateOutcome.Audited ? worst with { Audited = audited } : worst;
    }

    public override bool RefusesWhoever(GuardedMember member, IReadOnlyList<string> purposes)
    {
        var resolved = Resolve(member);
        return purposes.Any(purpose => resolved.ObjectionsByCategory(purpose).Any(one =>
            Apply(resolved, purpose, purposes, Reasons.RefusalOf(one.Verdict.Kind), "", one.Verdict.Rule, one.Verdict.EvenWithConsent, one.Category).Outcome == GateOutcome.Refused));
    }

    public override GateVerdict JudgeAnyUse(GuardedMember member, GateHost host, ConsentSlot slot) =>
        JudgingHost.ApplicationOf(host) is { } own && People.Of(slot).Persons.Select(own.AgainstAnyUse).FirstOrDefault(static r => r is not null) is { } refusal
            ? Apply(Resolve(member), null, [], refusal, Reasons.OfAnyUse(member, refusal), rule: null, evenWithConsent: false)
            : GateVerdict.Allowed;

    public override GateVerdict Refuse(GuardedMember member, IReadOnlyList<string> purposes, Refusal refusal, string reason)
    {
        var resolved = Resolve(member);
        var verdict = purposes.Count == 0
            ? Apply(resolved, null, purposes, refusal, reason, rule: null, evenWithConsent: false)
            : purposes.Select(p => Apply(resolved, p, purposes, refusal, reason, rule: null, evenWithConsent: false)).Aggregate(Worse);
        return verdict.Outcome == GateOutcome.Audited ? verdict with { Audited = [new AuditedUse(null, refusal)] } : verdict;
    }

    public override void OnAudited(GuardedMember member, GateHost? host, IReadOnlyList<AuditedUse> uses) => hosts.Audit(JudgingHost.ApplicationOf(host), member.Member, uses);

    public override void OnStopped(GuardedMember member, GateHost? host, IReadOnlyList<string> purposes, GateVerdict verdict) =>
        hosts.CountStopped(JudgingHost.ApplicationOf(host), member.Member, purposes, verdict, table.Document.Purposes.ContainsKey);

    public override void OnUnchecked(string reason) => hosts.AuditUnchecked(JudgingHost.ApplicationOf(AmbientScope.Current?.Host), reason);

    /// <summary>What the labels have against the purpose, then what the people have.</summary>
    private IEnumerable<(Refusal Refusal, string Reason, string? Rule, bool EvenWithConsent, string? Category)> Objections(
        GuardedMember member, ResolvedMember resolved, string purpose, CrmHost? host, People people, object? collectedAt)
    {
        foreach (var (verdict, category) in resolved.ObjectionsByCategory(purpose))
            yield return (Reasons.RefusalOf(verdict.Kind), Reasons.Of(member, resolved, purpose, verdict), verdict.Rule, verdict.EvenWithConsent, category);

        if (!table.Document.Purposes.TryGetValue(purpose, out var declared))
            yield break;
        if (host is null)
        {
            if (ConsentStanding.NeedsPerson(declared) || resolved.AsksOrigin(purpose))
                yield return (Refusal.HostUnknown, Reasons.HostUnknown(member, purpose), null, false, null);
            yield break;
        }

        if (people.IsUnknown && !ConsentStanding.OfUnknown(declared).IsAllowed)
            yield return (Refusal.SubjectUnknown, Reasons.SubjectUnknown(member, purpose), null, false, null);
        foreach (var person in people.Persons)
        {
            if (host.StandingOf(person, purpose, declared, table) is { Refusal: { } refusal })
                yield return (refusal, Reasons.OfPerson(member, purpose, refusal), null, false, null);
        }

        if (!resolved.AsksOrigin(purpose))
            yield break;
        if (resolved.Origin.TellsAge && CollectionAge.IsTooOld(table, purpose, collectedAt, host.Clock.GetUtcNow()))
            yield return (Refusal.TooOld, Reasons.OfPerson(member, purpose, Refusal.TooOld), null, false, null);
        foreach (var source in resolved.Origin.Sources.Where(source => table.MustBeTold(source, purpose)))
        {
            if (people.IsUnknown || people.Persons.Any(person => !host.IsTold(person, source)))
                yield return (Refusal.SourceUntold, Reasons.OfPerson(member, purpose, Refusal.SourceUntold), null, false, null);
        }
    }

    /// <param name="purpose">The one that is objected to; null for an objection to every use.</param>
    /// <param name="scope">All that the code works for.</param>
    /// <param name="category">Whose label objects; null where none of them does by itself. What another category of the member lets pass is no answer to it.</param>
    private GateVerdict Apply(ResolvedMember resolved, string? purpose, IReadOnlyList<string> scope, Refusal refusal, string reason, string? rule, bool evenWithConsent, string? category = null)
    {
        var mode = Modes.Of(table.Document, purpose, resolved.Categories, rule);
        if (category is not null && resolved.Labels.Count > 1 && Modes.Of(table.Document, purpose, [category], rule) is var own && own < mode)
            mode = own;
        // A label that an overlay adds brings no mode with it by which what the files below refuse would pass.
        foreach (var categories in resolved.CategoriesBelow)
        {
            if (Modes.Of(table.Document, purpose, categories, rule) is var below && below < mode)
                mode = below;
        }

        var outcome = mode switch
        {
            EnforcementMode.Audit when Modes.MayPassInAudit(refusal, evenWithConsent) => GateOutcome.Audited,
            // In a decision an invented value would be a false statement about a person, whichever purpose of the scope decides.
            EnforcementMode.Redact when !scope.Any(name => table.Document.Purposes.TryGetValue(name, out var declared) && declared.Decision) => GateOutcome.Redacted,
            _ => GateOutcome.Refused,
        };
        return new GateVerdict(outcome, refusal, reason, rule, resolved.RedactedText);
    }

    /// <summary>By masks of this policy alone: those of member and slot may be another policy's by now.</summary>
    private static bool IsAllowed(ulong permitted, IReadOnlyList<string> purposes, ulong allowed)
    {
        if (allowed == 0)
            return false;
        for (var i = 0; i < purposes.Count; i++)
        {
            if (PurposeBits.Find(purposes[i]) is not { } purpose || (purpose.Bit & permitted & allowed) == 0)
                return false;
        }

        return purposes.Count > 0;
    }

    private static ulong MaskOf(PolicyTable table, Func<PurposeEntry, ConsentStanding> standing) =>
        PurposeBits.PermittedMaskOf(table.Document.Purposes.Where(p => standing(p.Value).IsAllowed).Select(static p => p.Key));

    private ResolvedMember Resolve(GuardedMember member) =>
        member.Resolved is ResolvedMember resolved && ReferenceEquals(resolved.Table, table) ? resolved : ResolvedMember.Of(table, member);

    private static GateVerdict Worse(GateVerdict one, GateVerdict other) => Weight(other.Outcome) > Weight(one.Outcome) ? other : one;

    private static int Weight(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Allowed => 0,
        GateOutcome.Audited => 1,
        GateOutcome.Redacted => 2,
        _ => 3,
    };
}
