namespace Ethics.Crm.Policy;

/// <summary>Who answers for the data.</summary>
public sealed record ControllerEntry(string? Name, string? Contact);

/// <summary>A kind of personal data, exactly as declared (inheritance is applied by <see cref="PolicyTable"/>).</summary>
public sealed record CategoryEntry
{
    public string? Title { get; init; }
    /// <summary>Default purposes of members labelled with the category alone; null when not given.</summary>
    public IReadOnlyList<string>? CollectedFor { get; init; }
    /// <summary>Ceiling: the purposes that anything may ever permit; null when not given.</summary>
    public IReadOnlyList<string>? Only { get; init; }
    public IReadOnlyList<string> SameAs { get; init; } = [];
    public string? Redacted { get; init; }
    public bool? Lookup { get; init; }
    public bool? Special { get; init; }
    public bool? Protected { get; init; }
    public bool? InConfidence { get; init; }
    public bool? Sensitive { get; init; }
    public IReadOnlyList<string> ProxyFor { get; init; } = [];
    public IReadOnlyList<string> DerivedFrom { get; init; } = [];
    public bool Open { get; init; }
}

/// <summary>GDPR Art. 6(1) lawful bases.</summary>
public enum LawfulBasis
{
    Consent,
    Contract,
    LegalObligation,
    VitalInterests,
    PublicTask,
    LegitimateInterests,
}

/// <summary>A purpose, exactly as declared.</summary>
public sealed record PurposeEntry
{
    public string? Title { get; init; }
    public LawfulBasis Basis { get; init; }
    public string? Assessment { get; init; }
    /// <summary>ISO 8601 duration as written, e.g. <c>P2Y</c>.</summary>
    public string? Retention { get; init; }
    public string? ConsentFrom { get; init; }
    public string? ConsentExpires { get; init; }
    public bool DirectMarketing { get; init; }
    public bool Personalisation { get; init; }
    /// <summary>A purpose that decides about people: protected data and proxies may not influence it.</summary>
    public bool Decision { get; init; }
    public string? Article9 { get; init; }
    public IReadOnlyList<string> Channels { get; init; } = [];
    public string? MaxAge { get; init; }
    public string? QuietHours { get; init; }
    public string? Frequency { get; init; }
    public bool Open { get; init; }
}

public sealed record CompatibleEntry(string From, string To, string? Because, string? Informed);

public sealed record SourceEntry(string? Title, bool? Direct);

public enum RecipientRole
{
    Processor,
    Controller,
    Joint,
}

public sealed record RecipientEntry
{
    public string? Title { get; init; }
    public RecipientRole? Role { get; init; }
    public IReadOnlyList<string> For { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];
    public string? Country { get; init; }
    public string? Safeguard { get; init; }
    public bool Open { get; init; }
}

public enum ErasureAction
{
    Erase,
    Anonymise,
    Retain,
}

public sealed record ErasureEntry(IReadOnlyList<string> Categories, ErasureAction Action, string? Until, string? Law);

/// <summary>The label that <c>fields</c> or <c>attributes</c> gives.</summary>
public sealed record FieldEntry(string? Category, IReadOnlyList<string>? CollectedFor);

/// <summary>The purposes of code that a <c>code</c> pattern covers; <see cref="Only"/> makes them a ceiling.</summary>
public sealed record CodeEntry(IReadOnlyList<string> Purposes, bool Only);

public sealed record SinkEntry(string Method, string? DisclosesTo, bool Log);

public sealed record AnonymizerEntry(string Method, string? Because);

public sealed record RuleEntry(string? Id, IReadOnlyList<string> DenyCategories, IReadOnlyList<string> DenyPurposes, string? Because, bool EvenWithConsent);

public enum EnforcementMode
{
    Enforce,
    Redact,
    Audit,
}

public sealed record EnforcementEntry
{
    public EnforcementMode Default { get; init; }
    public IReadOnlyDictionary<string, EnforcementMode> Purposes { get; init; } = Empty.Map<EnforcementMode>();
    public IReadOnlyDictionary<string, EnforcementMode> Categories { get; init; } = Empty.Map<EnforcementMode>();
    public IReadOnlyDictionary<string, EnforcementMode> Rules { get; init; } = Empty.Map<EnforcementMode>();
}

public sealed record NoticeEntry(string? Version, string? Language);
