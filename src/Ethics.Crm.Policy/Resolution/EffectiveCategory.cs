namespace Ethics.Crm.Policy;

/// <summary>A category with everything it inherits.</summary>
/// <param name="Name">Its dotted name.</param>
/// <param name="Title">The name that people see; not inherited, null when not given.</param>
/// <param name="CollectedFor">Default purposes; null when neither it nor an ancestor names any.</param>
/// <param name="Redacted">The text that stands for it; null when neither it nor an ancestor gives one.</param>
/// <param name="Special">Art. 9 data.</param>
/// <param name="Protected">May not influence a decision purpose.</param>
/// <param name="InConfidence">Not for purposes with personalisation.</param>
/// <param name="Sensitive">To be encrypted at rest and never logged.</param>
/// <param name="Lookup">Equality search by keyed hash is allowed; not inherited.</param>
/// <param name="ProxyFor">Protected categories that it gives away, those of its ancestors included.</param>
/// <param name="DerivedFrom">Categories that it is computed from, those of its ancestors included.</param>
public sealed record EffectiveCategory(
    string Name, string? Title, IReadOnlyList<string>? CollectedFor, string? Redacted,
    bool Special, bool Protected, bool InConfidence, bool Sensitive, bool Lookup,
    IReadOnlyList<string> ProxyFor, IReadOnlyList<string> DerivedFrom)
{
    /// <summary>The ceilings that hold for it, its own and those of its ancestors; a purpose must lie within each.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Ceilings { get; init; } = [];
}
