namespace Ethics.Crm;

/// <summary>The result carries no label any more. Each use is listed in reports with its reason.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.ReturnValue)]
public sealed class AnonymizesAttribute : Attribute
{
    /// <param name="because">Why the result is no personal data any more; not blank.</param>
    public AnonymizesAttribute(string because) => Because = because;

    /// <summary>The reason.</summary>
    public string Because { get; }
}
