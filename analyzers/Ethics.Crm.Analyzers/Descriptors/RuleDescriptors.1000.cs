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
        description: "The policy file is missing or is not what the schema says. Nothing can be judged until it is. Write what the message says would be accepted.",
        helpLinkUri: Page(RuleIds.PolicyUnreadable));

    /// <summary>The same rule where no policy exists: told once for the project, when all of it is known.</summary>
    public static readonly DiagnosticDescriptor PolicyMissing = new(
        RuleIds.PolicyUnreadable,
        "The policy cannot be read",
        "'{0}' is labelled, but the project has no policy: add an ethics.policy.json to its folder or one above it, or name the file in the MSBuild property EthicsPolicyFile",
        PolicyCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The policy file is missing or is not what the schema says. Nothing can be judged until it is. Add a policy, or name it in EthicsPolicyFile.",
        helpLinkUri: Page(RuleIds.PolicyUnreadable),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>The same rule where a constant of the policy is used in an attribute: the compiler stops there, and no rule runs.</summary>
    public static readonly DiagnosticDescriptor PolicyOfConstantMissing = new(
        RuleIds.PolicyUnreadable,
        "The policy cannot be read",
        "'{0}' is a constant that the build makes of the policy, but the project has none: add an ethics.policy.json to its folder or one above it, or name the file in the MSBuild property EthicsPolicyFile",
        PolicyCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The policy file is missing or is not what the schema says. Nothing can be judged until it is. Add a policy, or name it in EthicsPolicyFile.",
        helpLinkUri: Page(RuleIds.PolicyUnreadable));

    public static readonly DiagnosticDescriptor PolicyNamesUnknown = new(
        RuleIds.PolicyNamesUnknown,
        "The policy names something unknown",
        "{0}",
        PolicyCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A key, a word of a closed list, a purpose, a category or a recipient that nothing declares. Correct the name, or declare it.",
        helpLinkUri: Page(RuleIds.PolicyNamesUnknown));

    public static readonly DiagnosticDescriptor PolicyContradiction = new(
        RuleIds.PolicyContradiction,
        "The policy contradicts itself or can never apply",
        "{0}",
        PolicyCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Two statements of the policy cannot both hold, one can never have an effect, or its names cannot become constants. Remove or rename one of the two.",
        helpLinkUri: Page(RuleIds.PolicyContradiction));

    /// <summary>The same rule for a reference that speaks of another policy: once for each name, when all reads are known.</summary>
    public static readonly DiagnosticDescriptor ReferenceOfAnotherPolicy = new(
        RuleIds.PolicyContradiction,
        "The policy contradicts itself or can never apply",
        "'{0}' in '{1}' is labelled with the {2} '{3}', which this policy does not declare: '{1}' was built under another policy; declare the {2}, or build both under one policy",
        PolicyCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Labels that another policy gave their meaning permit nothing under this one. Declare the names here, or build both under one policy.",
        helpLinkUri: Page(RuleIds.PolicyContradiction),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>The same rule for a reference that records which policy it was built under: once for each, in the policy file.</summary>
    public static readonly DiagnosticDescriptor ReferenceRecordsAnotherPolicy = new(
        RuleIds.PolicyContradiction,
        "The policy contradicts itself or can never apply",
        "'{0}' was built under another policy, with {1}, which this policy does not declare; declare {2}, or build both under one policy",
        PolicyCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What another policy gave its meaning permits nothing under this one. Declare the names here, or build both under one policy.",
        helpLinkUri: Page(RuleIds.PolicyContradiction));
}
