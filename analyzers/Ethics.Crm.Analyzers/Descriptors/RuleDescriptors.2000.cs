using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor MisusedRead = new(
        RuleIds.MisusedRead,
        "Member read in code for a purpose it was not collected for",
        "'{0}' {1} but is read in '{2}' ({3})",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Data may be used for the purposes it was collected for, and for no other. Use other data, or do this work in code for a permitted purpose.",
        helpLinkUri: Page(RuleIds.MisusedRead));

    public static readonly DiagnosticDescriptor MisusedFlow = new(
        RuleIds.MisusedFlow,
        "Value flows into code for a purpose it was not collected for",
        "'{0}' {1} but reaches '{2}' ({3})",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A value keeps its purposes wherever it goes: through variables, methods and objects. The additional locations tell the way from the member to here.",
        helpLinkUri: Page(RuleIds.MisusedFlow),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor MisusedByHelper = new(
        RuleIds.MisusedByHelper,
        "Code for a purpose reaches a helper that reads what was not collected for it",
        "'{0}' {1} but is read in {2} ({3})",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Code that declares no purpose works for those of its callers. The additional locations tell the calls from the code that declares one down to the read.",
        helpLinkUri: Page(RuleIds.MisusedByHelper),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Influence = new(
        RuleIds.Influence,
        "Decision about people is influenced by what may not influence it",
        "'{0}' {1} but influences '{2}' ({3})",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a rule denies, what is protected and what gives protected data away may not decide about people, also not by a condition, an order or a place. Let the decision depend on other data.",
        helpLinkUri: Page(RuleIds.Influence));

    public static readonly DiagnosticDescriptor UncheckedAge = new(
        RuleIds.UncheckedAge,
        "Member is used for a purpose with a maximum age, and nothing checks its age",
        "'{0}' is read in '{1}' for {2}, which may use nothing older than {3}, but {4}",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The gate asks how old data is where its member names the one that tells it: [CollectedAt(nameof(EmailConfirmedAt))]. Elsewhere the code has to ask, or nobody does.",
        helpLinkUri: Page(RuleIds.UncheckedAge),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor WideningCopy = new(
        RuleIds.WideningCopy,
        "Value stored where its label lets it do more than its own does",
        "'{0}' {1} but goes into '{2}', {3}",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What comes out of a labelled member, parameter or result carries that label, so what goes in may not be freer there than it was. A legal change of purpose is declared at the source: label it for both.",
        helpLinkUri: Page(RuleIds.WideningCopy),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    // Enabled, and silent unless EthicsCrmStrict is set or a severity is configured: a disabled rule could not be raised by the property alone.
    public static readonly DiagnosticDescriptor UndeclaredRead = new(
        RuleIds.UndeclaredRead,
        "Personal data used in code that declares no purpose",
        "'{0}' {1} but is read in '{2}', which declares no purpose; declare one with [ForPurpose] or a PurposeScope",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Under EthicsCrmStrict every use of personal data says what it is for. Declare the purpose on the member or its class, in a scope, or in the policy's code entries.",
        helpLinkUri: Page(RuleIds.UndeclaredRead));
}
