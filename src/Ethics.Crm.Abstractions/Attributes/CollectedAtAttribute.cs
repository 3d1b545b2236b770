namespace Ethics.Crm;

/// <summary>Names the member that tells when this data was obtained, for purposes with a maximum age.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CollectedAtAttribute : Attribute
{
    /// <param name="member">A member of the same type that holds a date and time: <c>nameof(EmailCollectedAt)</c>.</param>
    public CollectedAtAttribute(string member) => Member = member;

    /// <summary>The member's name.</summary>
    public string Member { get; }
}
