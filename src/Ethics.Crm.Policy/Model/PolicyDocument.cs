namespace Ethics.Crm.Policy;

/// <summary>A policy as written, after <c>extends</c> has been merged. Plain data; <see cref="PolicyTable"/> decides.</summary>
public sealed record PolicyDocument
{
    public int Version { get; init; } = 1;
    public ControllerEntry? Controller { get; init; }
    public IReadOnlyDictionary<string, CategoryEntry> Categories { get; init; } = Empty.Map<CategoryEntry>();
    public IReadOnlyDictionary<string, PurposeEntry> Purposes { get; init; } = Empty.Map<PurposeEntry>();
    public IReadOnlyList<CompatibleEntry> Compatible { get; init; } = [];
    public IReadOnlyDictionary<string, SourceEntry> Sources { get; init; } = Empty.Map<SourceEntry>();
    public IReadOnlyDictionary<string, RecipientEntry> Recipients { get; init; } = Empty.Map<RecipientEntry>();
    /// <summary>Countries to which data may go freely; null when the policy does not speak of transfers.</summary>
    public IReadOnlyList<string>? FreeTransfers { get; init; }
    public IReadOnlyList<ErasureEntry> Erasure { get; init; } = [];
    public IReadOnlyList<string> Entities { get; init; } = [];
    /// <summary>Member pattern to label; a null value takes the member out again.</summary>
    public IReadOnlyDictionary<string, FieldEntry?> Fields { get; init; } = Empty.Map<FieldEntry?>();
    public IReadOnlyDictionary<string, FieldEntry?> Attributes { get; init; } = Empty.Map<FieldEntry?>();
    public IReadOnlyDictionary<string, CodeEntry?> Code { get; init; } = Empty.Map<CodeEntry?>();
    public IReadOnlyList<SinkEntry> Sinks { get; init; } = [];
    public IReadOnlyList<AnonymizerEntry> Anonymizers { get; init; } = [];
    /// <summary>True when <c>[Anonymizes]</c> counts only where <see cref="Anonymizers"/> lists it too.</summary>
    public bool DeclassifyByPolicyOnly { get; init; }
    public IReadOnlyList<RuleEntry> Rules { get; init; } = [];
    public EnforcementEntry Enforcement { get; init; } = new();
    public NoticeEntry? Notice { get; init; }

    /// <summary>
    /// Purposes whose base policy names no ground for special categories: an overlay may rest them on consent (which narrows), but this must not let
    /// special data in that was refused before.
    /// </summary>
    internal IReadOnlyCollection<string> WithoutSpecialGround { get; init; } = [];
}

internal static class Empty
{
    public static IReadOnlyDictionary<string, T> Map<T>() => EmptyMap<T>.Instance;

    private static class EmptyMap<T>
    {
        public static readonly IReadOnlyDictionary<string, T> Instance = new Dictionary<string, T>(StringComparer.Ordinal);
    }
}
