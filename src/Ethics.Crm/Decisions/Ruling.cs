using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>What the policy says of one name and one purpose, whoever the person is. Made once and asked many times, so that an answer needs no object of its own.</summary>
/// <param name="Against">What the policy has against it; null where only the person has a say.</param>
/// <param name="AgainstRecipient">What the policy has against the recipient, told after what the person says; null for none.</param>
/// <param name="Declared">The purpose; null when the policy does not know it.</param>
/// <param name="Bit">Of the purpose; 0 when it has none.</param>
/// <param name="Origin">What the member says of age and source; null where the purpose does not ask.</param>
internal sealed record Ruling(string Name, string Purpose, string? Recipient, PurposeDecision? Against, PurposeDecision? AgainstRecipient, PurposeEntry? Declared, ulong Bit, MemberOrigin? Origin)
{
    private readonly PurposeDecision?[] _ofPeople = new PurposeDecision?[(int)Refusal.SourceUntold + 1];

    private PurposeDecision? _allowed;

    /// <summary>Whether nothing but what the person has decided can stand against it.</summary>
    public bool IsUpToPeople { get; } = Against is null && AgainstRecipient is null && Origin is null;

    public PurposeDecision Allowed => _allowed ??= new PurposeDecision(true, $"'{Name}' is permitted for '{Purpose}' ({Words(Declared!.Basis)})", null);

    /// <summary>The refusal that a person's decisions give.</summary>
    public PurposeDecision Refused(Refusal refusal) => _ofPeople[(int)refusal] ??=
        new PurposeDecision(false, $"'{Name}' would be permitted for '{Purpose}', {Reasons.OfPerson(refusal)}", null)
        {
            Refusal = refusal,
            Remedy = Remedies.OfPerson(refusal, Purpose, Declared!.DirectMarketing),
        };

    public static Ruling Of(PolicyTable table, string name, string purpose, string? recipient, IReadOnlyList<DataLabel> labels, MemberOrigin origin)
    {
        if (!table.Document.Purposes.TryGetValue(purpose, out var declared))
        {
            var unknown = new PurposeDecision(false, $"the policy does not know the purpose '{purpose}'", null) { Refusal = Refusal.UnknownPurpose, Remedy = Remedies.OfUnknownPurpose(table, purpose) };
            return new(name, purpose, recipient, unknown, null, null, 0, null);
        }

        PurposeDecision? against = null;
        foreach (var label in labels)
        {
            var verdict = table.Judge(label, purpose);
            if (verdict.IsPermitted)
                continue;
            against = new PurposeDecision(false, verdict.Reason, verdict.Rule) { Refusal = Reasons.RefusalOf(verdict.Kind), Remedy = Remedies.OfLabel(verdict, purpose) };
            break;
        }

        var leaving = recipient is not null && table.ObjectionToDisclosure(labels, recipient, [purpose]) is { } why
            ? new PurposeDecision(false, why, null) { Refusal = Refusal.Recipient, Remedy = Remedies.OfRecipient(recipient) }
            : null;
        return new(name, purpose, recipient, against, leaving, declared, PurposeBits.Find(purpose)?.Bit ?? 0, table.AsksOrigin(origin.TellsAge, origin.Sources, purpose) ? origin : null);
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
