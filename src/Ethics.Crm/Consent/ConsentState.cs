namespace Ethics.Crm;

/// <summary>What a person's decisions come to for a purpose.</summary>
public enum ConsentState
{
    /// <summary>The person has consented, or has not objected where that is enough.</summary>
    Given,

    /// <summary>Consent was withdrawn.</summary>
    Withdrawn,

    /// <summary>The person objected.</summary>
    Objected,

    /// <summary>Consent has lapsed, or was given to an older notice than the policy accepts.</summary>
    Lapsed,

    /// <summary>The person restricted processing (Art. 18).</summary>
    Restricted,

    /// <summary>Nothing that was recorded gives consent.</summary>
    Missing,
}
