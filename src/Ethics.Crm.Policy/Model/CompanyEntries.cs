namespace Ethics.Crm.Policy;

/// <summary>Who answers for the data.</summary>
/// <param name="Name">Null when not given.</param>
/// <param name="Contact">Null when not given.</param>
public sealed record ControllerEntry(string? Name, string? Contact);

/// <summary>How refusals act at run time. <see cref="PolicyTable.ModeFor"/> chooses.</summary>
public sealed record EnforcementEntry
{
    /// <summary>Where nothing else matches.</summary>
    public EnforcementMode Default { get; init; }

    /// <summary>By purpose, branches included.</summary>
    public IReadOnlyDictionary<string, EnforcementMode> Purposes { get; init; } = Empty.Map<EnforcementMode>();

    /// <summary>By category, branches included.</summary>
    public IReadOnlyDictionary<string, EnforcementMode> Categories { get; init; } = Empty.Map<EnforcementMode>();

    /// <summary>By id of a rule.</summary>
    public IReadOnlyDictionary<string, EnforcementMode> Rules { get; init; } = Empty.Map<EnforcementMode>();
}

/// <summary>The privacy notice in force.</summary>
/// <param name="Version">Versions compare as ordinal text; null when not given.</param>
/// <param name="Language">Language tag of the titles; null when not given.</param>
public sealed record NoticeEntry(string? Version, string? Language);
