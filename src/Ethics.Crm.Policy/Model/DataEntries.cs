namespace Ethics.Crm.Policy;

/// <summary>A kind of personal data, exactly as declared (inheritance is applied by <see cref="PolicyTable"/>).</summary>
public sealed record CategoryEntry
{
    /// <summary>The name that people see; null when not given.</summary>
    public string? Title { get; init; }

    /// <summary>Default purposes of members labelled with the category alone; null when not given.</summary>
    public IReadOnlyList<string>? CollectedFor { get; init; }

    /// <summary>Ceiling: the purposes that anything may ever permit; null when not given.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>The same category in other vocabularies, e.g. <c>dpv-pd:EmailAddress</c>.</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];

    /// <summary>The text that stands for it where reads are redacted; null when not given.</summary>
    public string? Redacted { get; init; }

    /// <summary>Whether equality search by keyed hash is allowed when it is encrypted; null when not given.</summary>
    public bool? Lookup { get; init; }

    /// <summary>Art. 9 data; null when not given.</summary>
    public bool? Special { get; init; }

    /// <summary>May not influence a decision purpose; null when not given.</summary>
    public bool? Protected { get; init; }

    /// <summary>Not for purposes with personalisation; null when not given.</summary>
    public bool? InConfidence { get; init; }

    /// <summary>To be encrypted at rest and never logged; null when not given.</summary>
    public bool? Sensitive { get; init; }

    /// <summary>Protected categories that it gives away; branches included.</summary>
    public IReadOnlyList<string> ProxyFor { get; init; } = [];

    /// <summary>Categories that it is computed from; branches included.</summary>
    public IReadOnlyList<string> DerivedFrom { get; init; } = [];

    /// <summary>Whether an overlay may widen it.</summary>
    public bool Open { get; init; }
}

/// <summary>Where data comes from.</summary>
/// <param name="Title">As people read it; null when not given.</param>
/// <param name="Direct">True when the person gave it; null when not given.</param>
public sealed record SourceEntry(string? Title, bool? Direct);

/// <summary>Who receives data.</summary>
public sealed record RecipientEntry
{
    /// <summary>Its name as people read it; null when not given.</summary>
    public string? Title { get; init; }

    /// <summary>What it is to the controller; null when not given.</summary>
    public RecipientRole? Role { get; init; }

    /// <summary>Purposes for which it may have data; branches included.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>Categories that it may have; branches included.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>ISO 3166 code of two letters; null when not given.</summary>
    public string? Country { get; init; }

    /// <summary>What protects data there; null when nothing does.</summary>
    public string? Safeguard { get; init; }

    /// <summary>Whether an overlay may widen it.</summary>
    public bool Open { get; init; }
}

/// <summary>What happens to data whose last purpose has ended. Entries of an overlay come before those of its base.</summary>
/// <param name="Categories">What it is about; branches included.</param>
/// <param name="Action">Erase when not given.</param>
/// <param name="Until">ISO 8601 duration; null when not given.</param>
/// <param name="Law">The law that asks for it; null when not given.</param>
public sealed record ErasureEntry(IReadOnlyList<string> Categories, ErasureAction Action, string? Until, string? Law);
