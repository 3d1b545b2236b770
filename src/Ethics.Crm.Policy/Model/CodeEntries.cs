namespace Ethics.Crm.Policy;

/// <summary>The label that <c>fields</c> or <c>attributes</c> gives.</summary>
/// <param name="Category">Null when only purposes are given.</param>
/// <param name="CollectedFor">Null means "the category's default".</param>
public sealed record FieldEntry(string? Category, IReadOnlyList<string>? CollectedFor);

/// <summary>The purposes of code that a <c>code</c> pattern covers.</summary>
/// <param name="Purposes">What the code works for.</param>
/// <param name="Only">Makes them a ceiling: attributes and scopes inside may declare nothing else.</param>
public sealed record CodeEntry(IReadOnlyList<string> Purposes, bool Only)
{
    /// <summary>All that attributes and scopes inside may declare, where it is a ceiling. An overlay may say fewer than its base: what declares nothing works for all that the base says nonetheless.</summary>
    public IReadOnlyList<string> MayDeclare => Ceiling ?? Purposes;

    /// <summary>What an overlay has left of them; null where no file says fewer than one below it.</summary>
    internal IReadOnlyList<string>? Ceiling { get; init; }
}

/// <summary>A method or settable property that hands data on.</summary>
/// <param name="Method">Pattern.</param>
/// <param name="DisclosesTo">The recipient; null when it is none.</param>
/// <param name="Log">Whether it logs what is passed.</param>
public sealed record SinkEntry(string Method, string? DisclosesTo, bool Log);

/// <summary>A method whose result is no longer personal data.</summary>
/// <param name="Method">Pattern.</param>
/// <param name="Because">Why; null when not given.</param>
public sealed record AnonymizerEntry(string Method, string? Because);
