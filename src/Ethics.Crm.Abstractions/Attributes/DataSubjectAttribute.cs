namespace Ethics.Crm;

/// <summary>Instances of this type are about one person.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = true)]
public sealed class DataSubjectAttribute : Attribute
{
    /// <summary>The subject type is the full name of the base-most type that has this attribute.</summary>
    public DataSubjectAttribute()
    {
    }

    /// <summary>Names the subject type, e.g. <c>contact</c>, so that it survives a renamed class.</summary>
    public DataSubjectAttribute(string subjectType) => SubjectType = subjectType;

    /// <summary>The subject type; null when the type's name stands for it.</summary>
    public string? SubjectType { get; }
}
