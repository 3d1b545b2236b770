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
        description: "Data may be used for the purposes it was collected for, and for no other.",
        helpLinkUri: Page(RuleIds.MisusedRead));

    // Enabled, and silent unless EthicsCrmStrict is set or a severity is configured: a disabled rule could not be raised by the property alone.
    public static readonly DiagnosticDescriptor UndeclaredRead = new(
        RuleIds.UndeclaredRead,
        "Personal data used in code that declares no purpose",
        "'{0}' {1} but is read in '{2}', which declares no purpose",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Under EthicsCrmStrict every use of personal data says what it is for.",
        helpLinkUri: Page(RuleIds.UndeclaredRead));
}
