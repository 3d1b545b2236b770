namespace Ethics.Crm;

/// <summary>Whatever is passed here leaves to the recipient.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class DisclosesToAttribute : Attribute
{
    /// <param name="recipient">A recipient that the policy declares.</param>
    public DisclosesToAttribute(string recipient) => Recipient = recipient;

    /// <summary>The recipient's name in the policy.</summary>
    public string Recipient { get; }
}
