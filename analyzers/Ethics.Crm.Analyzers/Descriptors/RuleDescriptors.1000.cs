using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor PolicyUnreadable = new(
        RuleIds.PolicyUnreadable,
        "The policy cannot be read",
        "{0}",
        PolicyCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The policy file is missing or is not what the schema says. Nothing can be judged until it is.",
        helpLinkUri: Page(RuleIds.PolicyUnreadable));

    /// <summary>The same rule where no policy exists: told once for the project, when all of it is known.</summary>
    public static readonly DiagnosticDescriptor PolicyMissing = new(
        RuleIds.PolicyUnreadable,
        "The policy cannot be read",
        "'{0}' is labelled, but the project has no policy: add an ethics.policy.json to its folder or one above it, or name the file in the MSBuild property EthicsPolicyFile",
        PolicyCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The policy file is missing or is not what the schema says. Nothing can be judged until it is.",
        helpLinkUri: Page(RuleIds.PolicyUnreadable),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor PolicyNamesUnknown = new(
        RuleIds.PolicyNamesUnknown,
        "The policy names something unknown",
        "{0}",
        PolicyCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A key, a word of a closed list, a purpose, a category or a recipient that nothing declares.",
        helpLinkUri: Page(RuleIds.PolicyNamesUnknown));

    public static readonly DiagnosticDescriptor PolicyContradiction = new(
        RuleIds.PolicyContradiction,
        "The policy contradicts itself or can never apply",
        "{0}",
        PolicyCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Two statements of the policy cannot both hold, one can never have an effect, or its names cannot become constants.",
        helpLinkUri: Page(RuleIds.PolicyContradiction));
}
