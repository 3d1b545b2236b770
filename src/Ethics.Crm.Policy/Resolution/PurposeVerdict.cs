namespace Ethics.Crm.Policy;

/// <summary>Why a label permits a purpose or not. In the order in which <see cref="PolicyTable.Judge"/> prefers them, where several apply.</summary>
public enum VerdictKind
{
    /// <summary>The label permits the purpose.</summary>
    Permitted,

    /// <summary>The purpose is not declared in the policy.</summary>
    UnknownPurpose,

    /// <summary>The label has no source of purposes at all, or its category is not declared.</summary>
    NothingPermitted,

    /// <summary>Not among the purposes it was collected for, nor compatible with one.</summary>
    NotCollected,

    /// <summary>The category's <c>only</c> excludes the purpose.</summary>
    Ceiling,

    /// <summary>A <c>rules</c> entry denies it; see <see cref="PurposeVerdict.Rule"/>.</summary>
    Rule,

    /// <summary>Special category, and the purpose neither rests on consent nor names an Art. 9 ground.</summary>
    SpecialWithoutGround,

    /// <summary>Protected data in a decision purpose.</summary>
    Protected,

    /// <summary>Collected in confidence, and the purpose personalises.</summary>
    InConfidence,
}

/// <summary>The answer for one label and one purpose.</summary>
/// <param name="Kind">Permitted, or why not.</param>
/// <param name="Rule">The id of the deciding rule, or its index (<c>rules[2]</c>) when it has none; null unless <see cref="VerdictKind.Rule"/>.</param>
/// <param name="EvenWithConsent">Whether that rule holds even with consent.</param>
/// <param name="Reason">One clause in plain words that names categories and purposes, never values.</param>
public readonly record struct PurposeVerdict(VerdictKind Kind, string? Rule, bool EvenWithConsent, string Reason)
{
    /// <summary>Whether the label permits the purpose.</summary>
    public bool IsPermitted => Kind == VerdictKind.Permitted;
}
