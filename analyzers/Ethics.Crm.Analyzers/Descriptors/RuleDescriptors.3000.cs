using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor Disclosed = new(
        RuleIds.Disclosed,
        "Value disclosed to a recipient that may not have it",
        "'{0}' {1} but is disclosed by '{2}', and {3}",
        DisclosureCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A recipient may have the categories that the policy lists for it, for the purposes it is declared for, and nothing else. Disclose other data, or declare in the policy what this recipient may have.",
        helpLinkUri: Page(RuleIds.Disclosed),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Logged = new(
        RuleIds.Logged,
        "Personal data written to a log, console, trace or metric",
        "'{0}' {1} but is written to {3} by '{2}'",
        DisclosureCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Logs are copied, kept and searched by people who work for no purpose of the data, and no withdrawal or erasure reaches them. Write an id that means nothing by itself.",
        helpLinkUri: Page(RuleIds.Logged),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor InExceptionMessage = new(
        RuleIds.InExceptionMessage,
        "Personal data placed in an exception message",
        "'{0}' {1} but is placed in the text of '{2}'",
        DisclosureCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An exception message ends in logs, error pages and reports that nobody foresees. Name what went wrong and an id, never the value.",
        helpLinkUri: Page(RuleIds.InExceptionMessage),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Serialized = new(
        RuleIds.Serialized,
        "Whole object serialised where a member of it is not permitted",
        "'{0}' {1} but is part of what '{2}' writes for {3}",
        DisclosureCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A serialiser reads every member of the object. Hand it a type, or an anonymous object, that has only what the purpose needs.",
        helpLinkUri: Page(RuleIds.Serialized),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
