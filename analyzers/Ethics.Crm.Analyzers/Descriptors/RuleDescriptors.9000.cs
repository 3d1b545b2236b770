using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers;

internal static partial class RuleDescriptors
{
    /// <summary>Info never shows in a command-line build, so one warning for the project counts what is not told there.</summary>
    public static readonly DiagnosticDescriptor NotConcluded = new(
        RuleIds.NotConcluded,
        "The analysis could not conclude",
        "The build could not judge {0} in this project, so only the running program does: see ECRM9001 and ECRM9002 in the editor, or build with -p:EthicsCrmStrict=true",
        AnalysisCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A build that gave up somewhere is not clean there.",
        helpLinkUri: Page(RuleIds.NotConcluded),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NotConstant = new(
        RuleIds.NotConstant,
        "A purpose or key that only the run time knows",
        "{0}",
        AnalysisCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What is no compile-time constant is not known to the build.",
        helpLinkUri: Page(RuleIds.NotConstant));

    public static readonly DiagnosticDescriptor NotFollowed = new(
        RuleIds.NotFollowed,
        "A labelled value goes where the analysis does not follow it",
        "{0}",
        AnalysisCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What becomes of the value there, the build does not know.",
        helpLinkUri: Page(RuleIds.NotFollowed),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
