using Ethics.Crm.Consent;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

internal sealed class PurposeDecisions(CrmHost host) : IPurposeDecisions
{
    public PurposeDecision Decide(SubjectKey subject, string memberOrCategory, string purpose, string? recipient = null)
    {
        var table = host.Table;
        if (!table.Document.Purposes.TryGetValue(purpose, out var declared))
            return Refused($"the policy does not know the purpose '{purpose}'");
        var labels = LabelsOf(table, memberOrCategory);
        if (labels.Count == 0)
            return Refused($"'{memberOrCategory}' is neither a category of the policy nor a labelled member");

        foreach (var label in labels)
        {
            var verdict = table.Judge(label, purpose);
            if (!verdict.IsPermitted)
                return new PurposeDecision(false, verdict.Reason, verdict.Rule);
        }

        var standing = string.IsNullOrEmpty(subject.Id) ? ConsentStanding.OfUnknown(declared) : host.StandingOf(host.Normalise(subject), purpose, declared);
        if (standing.Refusal is { } refusal)
            return Refused($"'{memberOrCategory}' would be permitted for '{purpose}', {Reasons.OfPerson(refusal)}");

        if (recipient is not null && RecipientRules.Refuse(table, labels, recipient, purpose) is { } why)
            return Refused(why);
        return new PurposeDecision(true, $"'{memberOrCategory}' is permitted for '{purpose}' ({Words(declared.Basis)})", null);
    }

    private static PurposeDecision Refused(string reason) => new(false, reason, null);

    private static IReadOnlyList<DataLabel> LabelsOf(PolicyTable table, string name)
    {
        if (table.HasCategory(name))
            return [new DataLabel(name, null)];
        var guarded = GateRuntime.FindMembers(name);
        if (guarded.Count > 0)
            return guarded.SelectMany(m => ResolvedMember.Of(table, m).Labels).Distinct().ToList();
        return table.FindField(name) is { } entry ? [new DataLabel(entry.Category, entry.CollectedFor)] : [];
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
