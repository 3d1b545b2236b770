namespace Ethics.Crm;

/// <summary>The tenant that the person belongs to. Without it the tenant that the application names applies.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DataSubjectTenantAttribute : Attribute;
