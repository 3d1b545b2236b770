using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor UnaskedConsent = new(
        RuleIds.UnaskedConsent,
        "Member that is not intercepted is used for a purpose that rests on consent, and nothing asks for it",
        "'{0}' is not intercepted at run time but is read in '{1}' for {2}, and nothing on the way asks for it{3}",
        ConsentCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What rests on consent is decided person by person while the program runs. Let the gate intercept the member, or ask: Decide, PermittedFor, SplitByPermission. A project that has not begun to intercept gets one finding.",
        helpLinkUri: Page(RuleIds.UnaskedConsent),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
