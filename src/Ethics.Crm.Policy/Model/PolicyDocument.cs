using Ethics.Crm.Policy.Resolution;

namespace Ethics.Crm.Policy;

/// <summary>A policy as written, after <c>extends</c> has been merged. Plain data; <see cref="PolicyTable"/> decides.</summary>
public sealed record PolicyDocument
{
    /// <summary>Version of the file format: 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Who answers for the data; null when not given.</summary>
    public ControllerEntry? Controller { get; init; }

    /// <summary>Kinds of personal data by dotted name, as declared.</summary>
    public IReadOnlyDictionary<string, CategoryEntry> Categories { get; init; } = Empty.Map<CategoryEntry>();

    /// <summary>Purposes by dotted name, as declared.</summary>
    public IReadOnlyDictionary<string, PurposeEntry> Purposes { get; init; } = Empty.Map<PurposeEntry>();

    /// <summary>Further purposes for data that was collected for another one.</summary>
    public IReadOnlyList<CompatibleEntry> Compatible { get; init; } = [];

    /// <summary>Where data comes from, by name.</summary>
    public IReadOnlyDictionary<string, SourceEntry> Sources { get; init; } = Empty.Map<SourceEntry>();

    /// <summary>Who receives data, by name.</summary>
    public IReadOnlyDictionary<string, RecipientEntry> Recipients { get; init; } = Empty.Map<RecipientEntry>();

    /// <summary>Countries to which data may go freely; null when the policy does not speak of transfers.</summary>
    public IReadOnlyList<string>? FreeTransfers { get; init; }

    /// <summary>What happens to data whose last purpose has ended; overlay before base.</summary>
    public IReadOnlyList<ErasureEntry> Erasure { get; init; } = [];

    /// <summary>Patterns of types that are stored.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];

    /// <summary>Member pattern to label; a null value takes the member out again.</summary>
    public IReadOnlyDictionary<string, FieldEntry?> Fields { get; init; } = Empty.Map<FieldEntry?>();

    /// <summary>Label that a foreign attribute stands for, by pattern of its class; a null value takes it out again.</summary>
    public IReadOnlyDictionary<string, FieldEntry?> Attributes { get; init; } = Empty.Map<FieldEntry?>();

    /// <summary>What code works for, by pattern; a null value takes it out again.</summary>
    public IReadOnlyDictionary<string, CodeEntry?> Code { get; init; } = Empty.Map<CodeEntry?>();

    /// <summary>Methods that hand data on or log it.</summary>
    public IReadOnlyList<SinkEntry> Sinks { get; init; } = [];

    /// <summary>Methods whose result is no longer personal data.</summary>
    public IReadOnlyList<AnonymizerEntry> Anonymizers { get; init; } = [];

    /// <summary>True when <c>[Anonymizes]</c> counts only where <see cref="Anonymizers"/> lists it too.</summary>
    public bool DeclassifyByPolicyOnly { get; init; }

    /// <summary>What must never happen.</summary>
    public IReadOnlyList<RuleEntry> Rules { get; init; } = [];

    /// <summary>How refusals act at run time.</summary>
    public EnforcementEntry Enforcement { get; init; } = new();

    /// <summary>The privacy notice in force; null when not given.</summary>
    public NoticeEntry? Notice { get; init; }

    /// <summary>
    /// Purposes whose base policy names no ground for special categories: an overlay may rest them on consent (which narrows), but this must not let
    /// special data in that was refused before.
    /// </summary>
    internal IReadOnlyCollection<string> WithoutSpecialGround { get; init; } = [];

    /// <summary>Which labels only an overlay gives: what the base says of a member holds beside them.</summary>
    internal LabelLayers Layers { get; init; } = LabelLayers.None;
}

internal static class Empty
{
    public static IReadOnlyDictionary<string, T> Map<T>() => EmptyMap<T>.Instance;

    private static class EmptyMap<T>
    {
        public static readonly IReadOnlyDictionary<string, T> Instance = new Dictionary<string, T>(StringComparer.Ordinal);
    }
}
