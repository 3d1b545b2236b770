namespace Ethics.Crm;

/// <summary>A named person has reviewed the findings inside and accepts them until a day; it lapses when the code changes.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ReviewedUseAttribute : Attribute
{
    /// <param name="reason">Why the use is accepted; not blank.</param>
    public ReviewedUseAttribute(string reason) => Reason = reason;

    /// <summary>Why the use is accepted.</summary>
    public string Reason { get; }

    /// <summary>Who accepted it; null is reported.</summary>
    public string? By { get; set; }

    /// <summary>The last day on which it counts, as <c>yyyy-MM-dd</c>; null is reported.</summary>
    public string? Until { get; set; }
}
