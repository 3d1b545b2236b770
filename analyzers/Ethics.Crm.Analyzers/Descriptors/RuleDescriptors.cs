using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers;

/// <summary>What each rule is called, how severe it is, and where its page is. One partial for each range of numbers.</summary>
internal static partial class RuleDescriptors
{
    private const string PolicyCategory = "Ethics.Crm.Policy";
    private const string LabelCategory = "Ethics.Crm.Labels";
    private const string PurposeCategory = "Ethics.Crm.Purposes";
    private const string DisclosureCategory = "Ethics.Crm.Disclosure";
    private const string ConsentCategory = "Ethics.Crm.Consent";
    private const string AnalysisCategory = "Ethics.Crm.Analysis";
    private const string Pages = "https://github.com/ethics-crm/ethics-crm/blob/main/docs/rules/";

    private static string Page(string id) => Pages + id + ".md";
}
