namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>The product's attributes and types by metadata name: the compiler side never references them. A test resolves each against the real assembly.</summary>
internal static class AttributeNames
{
    public const string DataSubject = "Ethics.Crm.DataSubjectAttribute";
    public const string DataSubjectId = "Ethics.Crm.DataSubjectIdAttribute";
    public const string DataSubjectTenant = "Ethics.Crm.DataSubjectTenantAttribute";
    public const string DataCategory = "Ethics.Crm.DataCategoryAttribute";
    public const string CollectedFor = "Ethics.Crm.CollectedForAttribute";
    public const string ForPurpose = "Ethics.Crm.ForPurposeAttribute";
    public const string DisclosesTo = "Ethics.Crm.DisclosesToAttribute";
    public const string Anonymizes = "Ethics.Crm.AnonymizesAttribute";
    public const string CollectedAt = "Ethics.Crm.CollectedAtAttribute";
    public const string CollectedFrom = "Ethics.Crm.CollectedFromAttribute";
    public const string ReviewedUse = "Ethics.Crm.ReviewedUseAttribute";
    public const string PurposeScope = "Ethics.Crm.PurposeScope";

    public static readonly IReadOnlyList<string> All =
    [
        DataSubject, DataSubjectId, DataSubjectTenant, DataCategory, CollectedFor, ForPurpose,
        DisclosesTo, Anonymizes, CollectedAt, CollectedFrom, ReviewedUse, PurposeScope,
    ];
}
