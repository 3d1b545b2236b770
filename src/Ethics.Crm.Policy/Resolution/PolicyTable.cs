namespace Ethics.Crm.Policy;

/// <summary>What a member is labelled with. Null <see cref="CollectedFor"/> means "the category's default".</summary>
public sealed class DataLabel : IEquatable<DataLabel>
{
    public DataLabel(string? category, IReadOnlyList<string>? collectedFor) { Category = category; CollectedFor = collectedFor; }

    public string? Category { get; }

    public IReadOnlyList<string>? CollectedFor { get; }

    public bool Equals(DataLabel? other) => throw new NotImplementedException();
    public override bool Equals(object? obj) => Equals(obj as DataLabel);
    public override int GetHashCode() => throw new NotImplementedException();
}

/// <summary>What the code itself says of one declaration, before the policy has its say.</summary>
/// <param name="Member">Full name, e.g. <c>Acme.Crm.Contact.Email</c>.</param>
/// <param name="Category">From <c>[DataCategory]</c>; null when absent.</param>
/// <param name="CollectedFor">From <c>[CollectedFor]</c>; null when absent.</param>
/// <param name="Attributes">Full names of the other attribute classes on it and of their base classes.</param>
public sealed record LabelSource(string Member, string? Category, IReadOnlyList<string>? CollectedFor, IReadOnlyList<string> Attributes);

public enum VerdictKind
{
    Permitted,
    /// <summary>The purpose is not declared in the policy.</summary>
    UnknownPurpose,
    /// <summary>The label has no source of purposes at all.</summary>
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

/// <param name="Rule">The id of the deciding rule, or its index (<c>rules[2]</c>) when it has none; null unless <see cref="VerdictKind.Rule"/>.</param>
/// <param name="EvenWithConsent">Whether that rule holds even with consent.</param>
/// <param name="Reason">One clause in plain words that names categories and purposes, never values.</param>
public readonly record struct PurposeVerdict(VerdictKind Kind, string? Rule, bool EvenWithConsent, string Reason)
{
    public bool IsPermitted => Kind == VerdictKind.Permitted;
}

/// <summary>A category with everything it inherits.</summary>
public sealed record EffectiveCategory(
    string Name, string? Title, IReadOnlyList<string>? CollectedFor, string? Redacted,
    bool Special, bool Protected, bool InConfidence, bool Sensitive, bool Lookup,
    IReadOnlyList<string> ProxyFor, IReadOnlyList<string> DerivedFrom);

/// <summary>The decision table: immutable, thread-safe, the one answer for compiler and run time.</summary>
public sealed class PolicyTable
{
    internal PolicyTable(PolicyDocument document) => Document = document;

    public PolicyDocument Document { get; }

    /// <summary>Changes exactly when the meaning of the policy changes: a hash (hex) of the merged document, without comments, layout and order.</summary>
    public string Identity => throw new NotImplementedException();

    /// <summary>Declared purposes, in ordinal order.</summary>
    public IReadOnlyList<string> Purposes => throw new NotImplementedException();

    public bool HasPurpose(string name) => throw new NotImplementedException();
    public bool HasCategory(string name) => throw new NotImplementedException();
    public bool HasRecipient(string name) => throw new NotImplementedException();

    /// <summary>True also for a branch (<c>contact</c>) when one declared name lies in it; for lists such as <c>[CollectedFor]</c>.</summary>
    public bool HasPurposeOrBranch(string name) => throw new NotImplementedException();

    /// <summary>The nearest declared name for "did you mean"; null when none is near.</summary>
    public string? NearestPurpose(string name) => throw new NotImplementedException();
    public string? NearestCategory(string name) => throw new NotImplementedException();
    public string? NearestRecipient(string name) => throw new NotImplementedException();

    /// <summary>Null for an undeclared category.</summary>
    public EffectiveCategory? FindCategory(string name) => throw new NotImplementedException();

    /// <summary>Whether data with this label may be used for the purpose, as far as the label alone tells (consent is asked elsewhere).</summary>
    public PurposeVerdict Judge(DataLabel label, string purpose) => throw new NotImplementedException();

    /// <summary>The declared purposes that <see cref="Judge"/> permits, in ordinal order.</summary>
    public IReadOnlyList<string> PermittedPurposes(DataLabel label) => throw new NotImplementedException();

    /// <summary>What the label was collected for, as a person would say it (explicit purposes, else the category's default); empty when nothing.</summary>
    public IReadOnlyList<string> CollectedFor(DataLabel label) => throw new NotImplementedException();

    /// <summary>True when some <c>fields</c> key could match (to skip the look-up for every member of a program).</summary>
    public bool HasFieldPatterns => throw new NotImplementedException();

    /// <summary>The label of a property or field by full name (<c>Acme.Crm.Contact.Email</c>); null when no pattern matches or the best match is <c>null</c>.</summary>
    public FieldEntry? FindField(string fullName) => throw new NotImplementedException();

    /// <summary>The label of a method's return value. <paramref name="parameterTypes"/> are full names.</summary>
    public FieldEntry? FindReturn(string fullName, IReadOnlyList<string> parameterTypes) => throw new NotImplementedException();

    /// <summary>The label of a parameter.</summary>
    public FieldEntry? FindParameter(string fullName, IReadOnlyList<string> parameterTypes, string parameter) => throw new NotImplementedException();

    /// <summary>The <c>attributes</c> entry of an attribute class by full name; null when none.</summary>
    public FieldEntry? FindAttribute(string fullName) => throw new NotImplementedException();

    /// <summary>
    /// Joins what the code says of one declaration with <c>fields</c> and <c>attributes</c>, part by part: the category and the purposes each come from
    /// the attribute in code, else from <c>fields</c>, else from a mapped foreign attribute. Null when nothing labels it.
    /// </summary>
    public DataLabel? ResolveLabel(LabelSource source) => throw new NotImplementedException();

    /// <summary>
    /// The <c>code</c> entry for a member: <paramref name="names"/> are its full name, then its containing types from inside out.
    /// The most exact pattern wins over all names; at equal rank the innermost.
    /// </summary>
    public CodeEntry? FindCode(IReadOnlyList<string> names) => throw new NotImplementedException();
}
