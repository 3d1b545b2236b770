using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>What one policy says of one guarded member. Made once for each policy.</summary>
internal sealed class ResolvedMember
{
    private readonly Lazy<ulong> _mask;
    private readonly Lazy<HashSet<string>> _permitted;

    private ResolvedMember(PolicyTable table, IReadOnlyList<DataLabel> labels, IReadOnlyList<string> permitted, MemberOrigin origin, string[]? build)
    {
        Table = table;
        Labels = labels;
        Permitted = permitted;
        Build = build;
        Origin = origin;
        PermittedAtOnce = ReferenceEquals(origin, MemberOrigin.Unsaid) ? permitted : [.. permitted.Where(purpose => !AsksOrigin(purpose))];
        _mask = new(() => PurposeBits.PermittedMaskOf(PermittedAtOnce));
        _permitted = new(() => new HashSet<string>(permitted, StringComparer.Ordinal));
        CategoriesBelow = [.. labels.SelectMany(static label => label.Below).Distinct().Where(layer => labels.Any(label => !label.SaidBelow.Contains(layer)))
            .Select(layer => labels.Where(label => label.SaidBelow.Contains(layer)).Select(static label => label.Category).OfType<string>().ToList())];
    }

    public PolicyTable Table { get; }

    /// <summary>Every label on the member; a purpose must be permitted by each.</summary>
    public IReadOnlyList<DataLabel> Labels { get; }

    public IReadOnlyList<string> Permitted { get; }

    public MemberOrigin Origin { get; }

    /// <summary>Those of them for which neither the age nor the source of the data has to be looked at.</summary>
    public IReadOnlyList<string> PermittedAtOnce { get; }

    /// <summary>The bits of <see cref="PermittedAtOnce"/>. Asked only once the purposes have theirs.</summary>
    public ulong Mask => _mask.Value;

    /// <summary>The build's answer, where the live policy has no label for the member any more: it stays guarded as it was built.</summary>
    private string[]? Build { get; }

    public static ResolvedMember Of(PolicyTable table, GuardedMember member)
    {
        var labels = member.Labels.SelectMany(l => table.ResolveLabels(new LabelSource(l.Member, l.Category, l.CollectedFor, l.Attributes)))
            .GroupBy(static label => label).Select(static same => same.Skip(1).Any() ? same.Key.SaidAlsoBelow(same.SelectMany(static label => label.SaidBelow)).SaidAlsoBelowWithoutCategory(same.SelectMany(static label => label.SaidBelowWithoutCategory)) : same.Key).ToList();
        if (labels.Count == 0)
            return new(table, labels, member.BuildPermitted.Where(table.HasPurpose).ToList(), member.Origin, member.BuildPermitted);
        // From what the first label was collected for: there may be thousands of purposes, and each member is asked at each reload.
        return new(table, labels, table.PermittedPurposes(labels[0]).Where(p => labels.Skip(1).All(l => table.Judge(l, p).IsPermitted)).ToList(), member.Origin, build: null);
    }

    /// <summary>Everything that any label has against the purpose; empty when all permit. All of it, because a mode that lets one kind pass must not let another pass behind it.</summary>
    public IReadOnlyList<PurposeVerdict> Objections(string purpose)
    {
        // What the policy permits is asked at each read for a purpose without bit.
        if (_permitted.Value.Contains(purpose))
            return [];
        if (!Table.HasPurpose(purpose))
            return [new(VerdictKind.UnknownPurpose, null, false, "the policy does not know it")];
        if (Build is not null)
            return Array.IndexOf(Build, purpose) >= 0 ? [] : [new(VerdictKind.NotCollected, null, false, "it was not built for it")];
        return Labels.SelectMany(l => Table.Objections(l, purpose)).ToList();
    }

    /// <summary>The same, each with the category of the label that objects; null where that has none.</summary>
    public IEnumerable<(PurposeVerdict Verdict, string? Category)> ObjectionsByCategory(string purpose)
    {
        if (Labels.Count < 2 || _permitted.Value.Contains(purpose) || !Table.HasPurpose(purpose))
            return Objections(purpose).Select(verdict => (verdict, (string?)Categories.FirstOrDefault()));
        return Labels.SelectMany(label => Table.Objections(label, purpose).Select(verdict => (verdict, label.Category)));
    }

    public bool AsksOrigin(string purpose) => !ReferenceEquals(Origin, MemberOrigin.Unsaid) && Table.AsksOrigin(Origin.TellsAge, Origin.Sources, purpose);

    /// <summary>The categories that the member has by the files below an overlay alone, for each of them that knows fewer labels: its own say how strict a refusal is, too.</summary>
    public IReadOnlyList<IReadOnlyList<string>> CategoriesBelow { get; }

    public IEnumerable<string> Categories => Labels.Select(l => l.Category).OfType<string>();

    /// <summary>The text that stands for a redacted string; null when no category names one.</summary>
    public string? RedactedText => Categories.Select(c => Table.FindCategory(c)?.Redacted).FirstOrDefault(t => t is not null);
}
