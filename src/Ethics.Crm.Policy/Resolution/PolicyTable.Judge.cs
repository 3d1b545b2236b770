using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Resolution;

namespace Ethics.Crm.Policy;

public sealed partial class PolicyTable
{
    private static readonly PurposeVerdict PermittedVerdict = new(VerdictKind.Permitted, null, false, "permitted");
    private static readonly ResolvedCategory NoCategory = new(new("", null, null, null, false, false, false, false, false, [], []), true, []);

    private readonly FurtherPurposes _compatible;

    /// <summary>Whether data with this label may be used for the purpose, as far as the label alone tells (consent is asked elsewhere).</summary>
    /// <param name="label">What the data is labelled with.</param>
    /// <param name="purpose">A declared purpose; anything else is <see cref="VerdictKind.UnknownPurpose"/>.</param>
    /// <returns>Permitted, or the first reason against it in the order of <see cref="VerdictKind"/>.</returns>
    public PurposeVerdict Judge(DataLabel label, string purpose)
    {
        foreach (var objection in Against(label, purpose))
        {
            return objection;
        }

        return PermittedVerdict;
    }

    /// <summary>
    /// Everything that stands against it, in the order of <see cref="VerdictKind"/>: for whoever lets one kind pass (audit mode) and must know that no other is hidden behind it.
    /// </summary>
    /// <param name="label">What the data is labelled with.</param>
    /// <param name="purpose">A purpose.</param>
    /// <returns>Empty exactly when <see cref="Judge"/> permits.</returns>
    public IReadOnlyList<PurposeVerdict> Objections(DataLabel label, string purpose) => Against(label, purpose).ToArray();

    /// <summary>The declared purposes that <see cref="Judge"/> permits, in ordinal order.</summary>
    /// <param name="label">What the data is labelled with.</param>
    /// <returns>Declared names only; empty when nothing is permitted.</returns>
    public IReadOnlyList<string> PermittedPurposes(DataLabel label)
    {
        // Nothing else can be permitted, and there may be thousands of purposes.
        var permitted = new List<string>();
        foreach (var collectedFor in CollectedFor(label))
        {
            foreach (var purpose in ReachedFrom(collectedFor))
            {
                if (!permitted.Contains(purpose) && Judge(label, purpose).IsPermitted)
                {
                    permitted.Add(purpose);
                }
            }
        }

        permitted.Sort(StringComparer.Ordinal);
        return permitted;
    }

    /// <summary>What the label was collected for, as a person would say it (explicit purposes, else the category's default).</summary>
    /// <param name="label">What the data is labelled with.</param>
    /// <returns>Names as written, branches included; empty when nothing.</returns>
    public IReadOnlyList<string> CollectedFor(DataLabel label) => label.CollectedFor ?? Resolve(label).Effective.CollectedFor ?? [];

    private ResolvedCategory Resolve(DataLabel label) => label.Category is null ? NoCategory : _categories.Find(label.Category);

    private IEnumerable<PurposeVerdict> Against(DataLabel label, string purpose)
    {
        if (!Document.Purposes.TryGetValue(purpose, out var use))
        {
            yield return new(VerdictKind.UnknownPurpose, null, false, $"the policy does not declare the purpose '{purpose}'");
            yield break;
        }

        var resolved = Resolve(label);
        var category = resolved.Effective;
        var collectedFor = label.CollectedFor ?? category.CollectedFor ?? [];
        if (!resolved.Known)
        {
            yield return new(VerdictKind.NothingPermitted, null, false, $"the policy does not declare the category '{label.Category}'");
        }
        else if (collectedFor.Count == 0)
        {
            yield return new(VerdictKind.NothingPermitted, null, false, "nothing says what it was collected for");
        }
        else if (!IsCollectedFor(collectedFor, purpose))
        {
            yield return new(VerdictKind.NotCollected, null, false, $"it was collected for {string.Join(", ", collectedFor)}, not for {purpose}");
        }

        foreach (var only in category.Ceilings)
        {
            if (!Dotted.AnyCovers(only, purpose))
            {
                yield return new(VerdictKind.Ceiling, null, false, $"'{category.Name}' may serve {(only.Count == 0 ? "nothing" : "only " + string.Join(", ", only))}");
                break;
            }
        }

        foreach (var rule in resolved.Rules)
        {
            if (Dotted.AnyCovers(rule.Entry.DenyPurposes, purpose))
            {
                yield return new(VerdictKind.Rule, rule.Name, rule.Entry.EvenWithConsent, $"rule '{rule.Name}' denies '{category.Name}' for {purpose}");
            }
        }

        if (category.Special && !HasSpecialGround(purpose))
        {
            yield return new(VerdictKind.SpecialWithoutGround, null, false, $"'{category.Name}' is a special category, and {purpose} neither rests on consent nor names its Art. 9 ground");
        }

        if (category.Protected && use.Decision)
        {
            yield return new(VerdictKind.Protected, null, false, $"'{category.Name}' is protected, and {purpose} decides about people");
        }

        if (category.InConfidence && use.Personalisation)
        {
            yield return new(VerdictKind.InConfidence, null, false, $"'{category.Name}' was told in confidence, and {purpose} personalises");
        }
    }

    internal bool IsCollectedFor(IReadOnlyList<string> collectedFor, string purpose) =>
        Dotted.AnyCovers(collectedFor, purpose) || _compatible.Permit(collectedFor, purpose);

    /// <summary>Whether an entry of <c>compatible</c> may start from the second name for data that was collected for the first one.</summary>
    internal bool MayStart(string collectedFor, string from) => _compatible.Reaches(collectedFor, from);

    /// <summary>Whether special categories may serve the declared purpose at all.</summary>
    internal bool HasSpecialGround(string purpose) =>
        Document.Purposes[purpose] is var use && (use.Basis == LawfulBasis.Consent || use.Article9 is not null) && !Document.WithoutSpecialGround.Contains(purpose);

    /// <summary>All that decides whether data of the category may serve a purpose for which the data itself says that it was collected, but what the purpose asks for. Equal where two policies decide alike.</summary>
    internal string LimitsOf(string category)
    {
        var (effective, known, rules) = _categories.Find(category);
        return PolicyIdentity.Record(
            known ? "known" : null, effective.Special ? "special" : null, effective.Protected ? "protected" : null, effective.InConfidence ? "inConfidence" : null,
            PolicyIdentity.Set(effective.Ceilings.Select(static only => PolicyIdentity.Set(only))), PolicyIdentity.Set(rules.Select(static rule => PolicyIdentity.Set(rule.Entry.DenyPurposes))));
    }

    /// <summary>What else says how a read of the category ends: its default, and which rules deny it.</summary>
    internal string RefusalsOf(string category)
    {
        var (effective, _, rules) = _categories.Find(category);
        return PolicyIdentity.Record(PolicyIdentity.Set(effective.CollectedFor), PolicyIdentity.Set(rules.Select(static rule => PolicyIdentity.Record(rule.Name, rule.Entry.EvenWithConsent ? "always" : null, PolicyIdentity.Set(rule.Entry.DenyPurposes)))));
    }

    /// <summary>What a declared purpose asks of categories.</summary>
    internal (bool SpecialGround, bool Decision, bool Personalisation) DemandsOf(string purpose) =>
        (HasSpecialGround(purpose), Document.Purposes[purpose].Decision, Document.Purposes[purpose].Personalisation);

    /// <summary>The declared purposes that data may serve which was collected for this name, compatible ones included.</summary>
    internal IEnumerable<string> ReachedFrom(string collectedFor) => _purposes.CoveredBy(collectedFor).Concat(_compatible.From(collectedFor).SelectMany(_purposes.CoveredBy));
}
