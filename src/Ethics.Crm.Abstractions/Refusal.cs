namespace Ethics.Crm;

/// <summary>Why a read was refused.</summary>
public enum Refusal
{
    /// <summary>No purpose scope was open.</summary>
    NoScope,

    /// <summary>The scope had already been closed.</summary>
    ClosedScope,

    /// <summary>The policy does not know the purpose.</summary>
    UnknownPurpose,

    /// <summary>The data was not collected for the purpose, or the category's ceiling excludes it.</summary>
    NotPermitted,

    /// <summary>A deny rule of the policy forbids it; see <see cref="PurposeViolationException.Rule"/>.</summary>
    DeniedByRule,

    /// <summary>Special category of data, and the purpose neither rests on consent nor names its Art. 9 ground.</summary>
    SpecialCategory,

    /// <summary>Protected data may not influence a decision.</summary>
    ProtectedInDecision,

    /// <summary>Collected in confidence: not for personalisation.</summary>
    InConfidence,

    /// <summary>Nothing is known of the person (no id, or no running host), and the purpose needs it.</summary>
    SubjectUnknown,

    /// <summary>The person never consented.</summary>
    ConsentMissing,

    /// <summary>The person withdrew consent.</summary>
    ConsentWithdrawn,

    /// <summary>The consent lapsed, or was given to an older notice than the policy accepts.</summary>
    ConsentLapsed,

    /// <summary>The person objected.</summary>
    Objection,

    /// <summary>The person restricted processing (Art. 18).</summary>
    Restriction,

    /// <summary>Several hosts run in this process and none is known for this scope.</summary>
    HostUnknown,

    /// <summary>There is no policy that could be read.</summary>
    PolicyUnavailable,

    /// <summary>What is known of the person's consent is older than the configured staleness.</summary>
    Stale,

    /// <summary>What is read here leaves for a recipient that may not have it.</summary>
    Recipient,

    /// <summary>Nobody is contacted for the purpose at this hour of the person's day.</summary>
    QuietHours,

    /// <summary>The person has been contacted for the purpose as often as the policy allows.</summary>
    Frequency,

    /// <summary>The data is older than the purpose allows, or does not say how old it is.</summary>
    TooOld,

    /// <summary>The data comes from a source that is not the person, who has not been told so yet (Art. 14).</summary>
    SourceUntold,
}
