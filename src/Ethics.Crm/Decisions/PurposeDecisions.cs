using Ethics.Crm.Consent;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;
using Ethics.Crm.Telemetry;

namespace Ethics.Crm.Decisions;

internal sealed class PurposeDecisions(CrmHost host, Instruments instruments) : IPurposeDecisions
{
    public PurposeDecision Decide(SubjectKey subject, string memberOrCategory, string purpose, string? recipient = null)
    {
        var decision = Judge(subject, memberOrCategory, purpose, recipient);
        instruments.Decided(decision, purpose, purpose is not null && host.TableOrNull?.Document.Purposes.ContainsKey(purpose) == true);
        return decision;
    }

    private PurposeDecision Judge(SubjectKey subject, string memberOrCategory, string purpose, string? recipient)
    {
        if (host.TableOrNull is not { } table)
            return Refused(CrmHost.NotRunning);
        if (string.IsNullOrWhiteSpace(purpose) || string.IsNullOrWhiteSpace(memberOrCategory))
            return Refused("nothing can be said without a purpose and a member or category");
        if (!table.Document.Purposes.TryGetValue(purpose, out var declared))
            return Refused($"the policy does not know the purpose '{purpose}'");
        IReadOnlyList<DataLabel> labels;
        try
        {
            labels = LabelsOf(table, memberOrCategory);
        }
        catch (UnreadableMemberException e)
        {
            return Refused($"what labels '{memberOrCategory}' is not known, because a type that it needs cannot be loaded ({e.Cause})");
        }

        if (labels.Count == 0)
        {
            return Refused(
                $"'{memberOrCategory}' is neither a category of the policy nor a labelled member. A member is known by its full name once its assembly is loaded, and by its short name (Contact.Email) once its type is in use");
        }

        foreach (var label in labels)
        {
            var verdict = table.Judge(label, purpose);
            if (!verdict.IsPermitted)
                return new PurposeDecision(false, verdict.Reason, verdict.Rule);
        }

        var standing = string.IsNullOrEmpty(subject.Id) ? ConsentStanding.OfUnknown(declared) : host.StandingOf(host.Normalise(subject), purpose, declared, table);
        if (standing.Refusal is { } refusal)
            return Refused($"'{memberOrCategory}' would be permitted for '{purpose}', {Reasons.OfPerson(refusal)}");

        if (recipient is not null && table.ObjectionToDisclosure(labels, recipient, [purpose]) is { } why)
            return Refused(why);
        return new PurposeDecision(true, $"'{memberOrCategory}' is permitted for '{purpose}' ({Words(declared.Basis)})", null);
    }

    private static PurposeDecision Refused(string reason) => new(false, reason, null);

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

    private static string Words(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => "the person has consented",
        LawfulBasis.Contract => "it is needed for the contract",
        LawfulBasis.LegalObligation => "the law requires it",
        LawfulBasis.VitalInterests => "it protects vital interests",
        LawfulBasis.PublicTask => "it serves a public task, and the person has not objected",
        _ => "it serves a legitimate interest, and the person has not objected",
    };
}
