namespace Ethics.Crm;

/// <summary>Where this data came from (its provenance).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CollectedFromAttribute : Attribute
{
    /// <param name="source">A source that the policy declares, e.g. <c>web-form</c>.</param>
    public CollectedFromAttribute(string source) => Source = source;

    /// <summary>The source's name in the policy.</summary>
    public string Source { get; }
}
