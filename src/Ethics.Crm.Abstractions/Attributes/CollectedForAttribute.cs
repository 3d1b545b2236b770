namespace Ethics.Crm;

/// <summary>The purposes for which this data was collected; they replace the defaults of its category. On an attribute class, that attribute stands for them.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Class)]
public sealed class CollectedForAttribute : Attribute
{
    /// <param name="purposes">Purposes that the policy declares, or a branch of them (<c>marketing</c> for <c>marketing.email</c>).</param>
    public CollectedForAttribute(params string[] purposes) => Purposes = purposes ?? [];

    /// <summary>The purposes' names in the policy; empty means that nothing is permitted.</summary>
    public IReadOnlyList<string> Purposes { get; }
}
