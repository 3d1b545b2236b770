using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers;

internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor NamesUnknown = new(
        RuleIds.NamesUnknown,
        "An attribute or scope names an unknown purpose, category or recipient, or none",
        "{0}",
        LabelCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Every purpose, category and recipient that code names must be declared in the policy. Correct the name, use the generated constant, or declare it.",
        helpLinkUri: Page(RuleIds.NamesUnknown));

    public static readonly DiagnosticDescriptor NothingPermits = new(
        RuleIds.NothingPermits,
        "No purpose permits this labelled member",
        "'{0}' is labelled {1}, but no purpose permits it: {2}",
        LabelCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A label from which no purpose follows forbids every use. Say what the data was collected for, or delete it.",
        helpLinkUri: Page(RuleIds.NothingPermits));

    public static readonly DiagnosticDescriptor NoSubjectKey = new(
        RuleIds.NoSubjectKey,
        "Labelled data without a data-subject key",
        "{0}",
        LabelCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Without a key nothing is known of the person: consent cannot be found, and purposes that depend on the person are refused. A project that has not begun with keys gets one finding.",
        helpLinkUri: Page(RuleIds.NoSubjectKey));

    public static readonly DiagnosticDescriptor NotIntercepted = new(
        RuleIds.NotIntercepted,
        "A labelled property is not intercepted at run time",
        "'{0}' is labelled, but its reads are not intercepted at run time: {1}",
        LabelCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only a partial property that the generator implements passes its reads through the gate. A project that has not begun with that gets one finding. A fix makes one property partial, or those of a file, a project or the solution.",
        helpLinkUri: Page(RuleIds.NotIntercepted));

    private const string BoundDescription = "A purpose that is declared tells the build what code works for. In the running program somebody has to open it: a decorator that AddPurposeBinding puts before a service, or the code itself.";

    private const string BoundTitle = "Code that would run for another purpose than the build judges it by, or for none";

    public static readonly DiagnosticDescriptor HandedFunction = new(
        RuleIds.UnboundCode,
        BoundTitle,
        "'{0}' {1}; the function that reads it is handed from code for {2} to '{3}', which works for {4}: run there, the read is refused",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The build judges a lambda by the code in which it is written, the run time by the code that runs it. Where the two differ, the read passes one and not the other. Read before the function is handed over, or open a scope inside it.",
        helpLinkUri: Page(RuleIds.UnboundCode));

    private const string ContextDescription = "A purpose flows with the context of the code. What is run without that context works for whoever completes, cancels or waits for it, or for nothing, and the build judges it by what it declares. Let the context flow, or open a scope inside.";

    public static readonly DiagnosticDescriptor FunctionWithoutContext = new(
        RuleIds.UnboundCode,
        BoundTitle,
        "'{0}' {1}; the function that reads it is handed from code for {2} to '{3}', which here runs it without its purpose, for whatever runs there; let the context flow, or open a scope in it",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: ContextDescription,
        helpLinkUri: Page(RuleIds.UnboundCode));

    public static readonly DiagnosticDescriptor StartedWithoutContext = new(
        RuleIds.UnboundCode,
        BoundTitle,
        "'{0}' works for {1} and is called while the flow of the context is suppressed, so behind its first await it works for whatever runs there; call it outside, or inside of a Task.Run",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: ContextDescription,
        helpLinkUri: Page(RuleIds.UnboundCode));

    public static readonly DiagnosticDescriptor UnboundClass = new(
        RuleIds.UnboundCode,
        BoundTitle,
        "'{0}' works for {1} and is registered as a class, so nothing opens that purpose when it is called; register it {2}, or open scopes in it and name it in LeaveUnbound",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: BoundDescription,
        helpLinkUri: Page(RuleIds.UnboundCode));

    public static readonly DiagnosticDescriptor NothingBinds = new(
        RuleIds.UnboundCode,
        BoundTitle,
        "'{0}' works for {1} and is registered, and nothing in this project binds services to their purposes; call AddPurposeBinding after the last registration",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: BoundDescription,
        helpLinkUri: Page(RuleIds.UnboundCode),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ScopeLeftOpen = new(
        RuleIds.ScopeLeftOpen,
        "Purpose scope opened outside a using, or held across a yield",
        "{0}",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A scope that is not closed where it was opened works for code that nobody meant.",
        helpLinkUri: Page(RuleIds.ScopeLeftOpen));

    public static readonly DiagnosticDescriptor UnlabelledStore = new(
        RuleIds.UnlabelledStore,
        "Labelled value stored in an unlabelled member of an entity or of a type about a person",
        "'{0}' {1} but is stored in '{2}', which has no label{3}",
        LabelCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What comes back from storage carries the label of its member, and here there is none. Label the member; the fix gives it the label of the value.",
        helpLinkUri: Page(RuleIds.UnlabelledStore),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor PurposeBeyondDeclaration = new(
        RuleIds.PurposeBeyondDeclaration,
        "Scope or nested declaration for a purpose that its declared surroundings lack",
        "'{0}' {1} but {2}",
        PurposeCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What code declares is what its readers, its callers and the policy go by.",
        helpLinkUri: Page(RuleIds.PurposeBeyondDeclaration));
}
