namespace Ethics.Crm;

/// <summary>Says what kind of personal data this is, e.g. <c>contact.email</c>. On an attribute class, that attribute stands for the category.</summary>
/// <remarks>On a collection-typed member it labels the elements. Without <see cref="CollectedForAttribute"/> the category's own purposes in the policy apply.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Class)]
public sealed class DataCategoryAttribute : Attribute
{
    /// <param name="category">A category that the policy declares.</param>
    public DataCategoryAttribute(string category) => Category = category;

    /// <summary>The category's name in the policy.</summary>
    public string Category { get; }
}
