namespace Ethics.Crm;

/// <summary>This code works for the purpose; for all of them, if several are named.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly)]
public sealed class ForPurposeAttribute : Attribute
{
    /// <param name="purposes">Purposes that the policy declares; none is reported as ECRM1101 and works for nothing.</param>
    public ForPurposeAttribute(params string[] purposes) => Purposes = purposes ?? [];

    /// <summary>The purposes' names in the policy.</summary>
    public IReadOnlyList<string> Purposes { get; }
}
