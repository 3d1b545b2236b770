namespace Ethics.Crm;

/// <summary>Identifies the person that the data is about, as invariant text. Null, the default value and an empty string count as unset.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DataSubjectIdAttribute : Attribute
{
    /// <summary>The id of the type's own instances.</summary>
    public DataSubjectIdAttribute()
    {
    }

    /// <summary>The id of a person of another type, e.g. <c>Order.CustomerId</c>.</summary>
    public DataSubjectIdAttribute(Type subject) => Subject = subject;

    /// <summary>The type of the person; null for the declaring type itself.</summary>
    public Type? Subject { get; }
}
