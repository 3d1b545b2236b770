using Ethics.Crm.Origins;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;
using Ethics.Crm.Telemetry;

namespace Ethics.Crm.Decisions;

/// <summary>Answers from the table of the build and of the gate. What is allowed costs no allocation: the ruling is kept, and so is what the person said of the purpose.</summary>
internal sealed class PurposeDecisions(CrmHost host, Instruments instruments) : IPurposeDecisions
{
    public PurposeDecision Decide(SubjectKey subject, string memberOrCategory, string purpose, string? recipient = null)
    {
        // Most questions have been asked a moment ago, and nothing has changed since.
        if (!instruments.CountsDecisions && memberOrCategory is not null && purpose is not null && host.PolicyOrNull is { } policy && policy.Rulings.Recent(memberOrCategory, purpose, recipient) is { } ruling)
        {
            if (ruling.Against is not null)
                return ruling.Against;
            if (ruling.IsUpToPeople && host.IsKnownToAllow(subject, ruling, policy))
                return ruling.Allowed;
        }

        return Decide(subject, memberOrCategory!, purpose!, recipient, null);
    }

    /// <param name="collectedAt">What the object said of when the value was obtained, where somebody has kept it; null where nothing is known.</param>
    internal PurposeDecision Decide(SubjectKey subject, string memberOrCategory, string purpose, string? recipient, object? collectedAt)
    {
        var decision = Judge(subject, memberOrCategory, purpose, recipient, collectedAt);
        if (instruments.CountsDecisions)
            instruments.Decided(decision, purpose, purpose is not null && host.TableOrNull?.Document.Purposes.ContainsKey(purpose) == true);
        return decision;
    }

    private PurposeDecision Judge(in SubjectKey subject, string memberOrCategory, string purpose, string? recipient, object? collectedAt)
    {
        if (host.PolicyOrNull is not { } policy)
            return Refused(CrmHost.NotRunning, Refusal.PolicyUnavailable, Remedies.Start);
        if (purpose is null || memberOrCategory is null)
            return Unasked;
        // Only what is declared and labelled is kept there, so that nothing need be asked of its names.
        if (policy.Rulings.Recent(memberOrCategory, purpose, recipient) is { } recent)
            return Answer(subject, recent, policy, collectedAt);
        if (string.IsNullOrWhiteSpace(purpose) || string.IsNullOrWhiteSpace(memberOrCategory))
            return Unasked;
        if (!policy.Table.HasPurpose(purpose))
            return Refused($"the policy does not know the purpose '{purpose}'", Refusal.UnknownPurpose, Remedies.OfUnknownPurpose(policy.Table, purpose));
        Ruling? ruling;
        try
        {
            ruling = policy.Rulings.Of(memberOrCategory, purpose, recipient);
        }
        catch (UnreadableMemberException e)
        {
            return Refused($"what labels '{memberOrCategory}' is not known, because a type that it needs cannot be loaded ({e.Cause})", Refusal.NotPermitted, Remedies.Load);
        }

        if (ruling is null)
        {
            return Refused(
                $"'{memberOrCategory}' is neither a category of the policy nor a labelled member. A member is known by its full name once its assembly is loaded, and by its short name (Contact.Email) once its type is in use",
                Refusal.NotPermitted, Remedies.Member);
        }

        return Answer(subject, ruling, policy, collectedAt);
    }

    private static PurposeDecision Unasked => Refused("nothing can be said without a purpose and a member or category", Refusal.NoScope, Remedies.Ask);

    private PurposeDecision Answer(in SubjectKey subject, Ruling ruling, LiveRuntime policy, object? collectedAt)
    {
        if (ruling.Against is not null)
            return ruling.Against;
        if (host.RefusalOf(subject, ruling, policy) is { } refusal)
            return ruling.Refused(refusal);
        if (ruling.Origin is { } asked && AgainstOrigin(subject, asked, ruling.Purpose, policy.Table, collectedAt) is { } untold)
            return ruling.Refused(untold);
        return ruling.AgainstRecipient ?? ruling.Allowed;
    }

    /// <summary>The age is that of an object, and mostly none is at hand: it is not known to be young enough.</summary>
    private Refusal? AgainstOrigin(SubjectKey subject, MemberOrigin origin, string purpose, PolicyTable table, object? collectedAt)
    {
        if (origin.TellsAge && CollectionAge.IsTooOld(table, purpose, collectedAt, host.Clock.GetUtcNow()))
            return Refusal.TooOld;
        var person = host.Normalise(subject);
        return origin.Sources.All(source => !table.MustBeTold(source, purpose) || host.IsTold(person, source)) ? null : Refusal.SourceUntold;
    }

    /// <summary>What the member behind the name says of age and source; a category says nothing of either.</summary>
    /// <exception cref="UnreadableMemberException">A type that is needed to know cannot be loaded.</exception>
    public static MemberOrigin OriginOf(PolicyTable table, string name)
    {
        if (table.HasCategory(name))
            return MemberOrigin.Unsaid;
        return MemberOrigins.Join([.. GuardedBy(name).Select(static member => member.Origin), DeclaredMembers.OriginOf(name)]);
    }

    private static PurposeDecision Refused(string reason, Refusal refusal, string remedy) => new(false, reason, null) { Refusal = refusal, Remedy = remedy };

    /// <summary>The labels behind the name of a member or category; empty when it names neither.</summary>
    /// <exception cref="UnreadableMemberException">A type that is needed to know cannot be loaded.</exception>
    public static IReadOnlyList<DataLabel> LabelsOf(PolicyTable table, string name)
    {
        if (table.HasCategory(name))
            return [new DataLabel(name, null)];
        if (GuardedBy(name) is { Count: > 0 } guarded)
            return guarded.SelectMany(m => ResolvedMember.Of(table, m).Labels).Distinct().ToList();
        var declared = DeclaredMembers.LabelsOf(name).SelectMany(table.ResolveLabels).Distinct().ToList();
        if (declared.Count > 0)
            return declared;
        return table.FindField(name) is { } entry ? [new DataLabel(entry.Category, entry.CollectedFor)] : [];
    }

    private static IReadOnlyList<GuardedMember> GuardedBy(string name)
    {
        var inUse = GateRuntime.FindMembers(name);
        return inUse.Count == 0 ? DeclaredMembers.Wake(name).SelectMany(GateRuntime.FindMembers).Distinct().ToList() : inUse;
    }
}
