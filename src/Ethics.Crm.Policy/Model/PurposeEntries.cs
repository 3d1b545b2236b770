namespace Ethics.Crm.Policy;

/// <summary>A purpose, exactly as declared.</summary>
public sealed record PurposeEntry
{
    /// <summary>As people read it; null when not given.</summary>
    public string? Title { get; init; }

    /// <summary>The lawful basis.</summary>
    public LawfulBasis Basis { get; init; }

    /// <summary>The balancing test for legitimate interests; null when not given.</summary>
    public string? Assessment { get; init; }

    /// <summary>ISO 8601 duration as written, e.g. <c>P2Y</c>; null when not given.</summary>
    public string? Retention { get; init; }

    /// <summary>Consent to an older notice version does not count (ordinal text); null when any does.</summary>
    public string? ConsentFrom { get; init; }

    /// <summary>ISO 8601 duration after which consent lapses; null when it does not.</summary>
    public string? ConsentExpires { get; init; }

    /// <summary>Direct marketing: an objection always holds.</summary>
    public bool DirectMarketing { get; init; }

    /// <summary>Tailors what a person sees: data told in confidence may not be used.</summary>
    public bool Personalisation { get; init; }

    /// <summary>A purpose that decides about people: protected data and proxies may not influence it.</summary>
    public bool Decision { get; init; }

    /// <summary>The ground for special categories; null when it has none but, perhaps, consent.</summary>
    public string? Article9 { get; init; }

    /// <summary>Ways to reach people, each with its own choice.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>ISO 8601 duration; older data may not be used. Null when age does not matter.</summary>
    public string? MaxAge { get; init; }

    /// <summary>When nobody is contacted, e.g. <c>21:00/08:00</c>; null when not given.</summary>
    public string? QuietHours { get; init; }

    /// <summary>At most so many contacts in that time, e.g. <c>3/P7D</c>; null when not given.</summary>
    public string? Frequency { get; init; }

    /// <summary>Whether an overlay may widen it.</summary>
    public bool Open { get; init; }
}

/// <summary>A further purpose for data that was collected for another one, Art. 6(4). Does not chain.</summary>
/// <param name="From">The purpose for which data was collected; never one that rests on consent.</param>
/// <param name="To">The purpose that it may serve too.</param>
/// <param name="Because">The assessment; null when not given.</param>
/// <param name="Informed">How people were told; null when not given.</param>
public sealed record CompatibleEntry(string From, string To, string? Because, string? Informed);

/// <summary>What must never happen.</summary>
/// <param name="Id">How messages name it; null when not given.</param>
/// <param name="DenyCategories">Data that may not be used …; branches included.</param>
/// <param name="DenyPurposes">… for these purposes; branches included.</param>
/// <param name="Because">Why; null when not given.</param>
/// <param name="EvenWithConsent">No consent lifts it.</param>
public sealed record RuleEntry(string? Id, IReadOnlyList<string> DenyCategories, IReadOnlyList<string> DenyPurposes, string? Because, bool EvenWithConsent);
