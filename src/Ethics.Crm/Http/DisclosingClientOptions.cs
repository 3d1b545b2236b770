namespace Ethics.Crm;

/// <summary>What an HTTP client that discloses to a recipient may send.</summary>
public sealed class DisclosingClientOptions
{
    /// <summary>
    /// Whether contents that nobody can look into (text, bytes, streams, forms, and objects without a single label) are sent when their sender does not say what they hold. They are then
    /// recorded without categories and people. False, the default, refuses them.
    /// </summary>
    public bool AllowUnknownContent { get; set; }
}
