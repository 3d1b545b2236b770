using System.Collections.Immutable;
using Ethics.Crm.Analyzers;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests;

/// <summary>Every rule at once over a test's source, under the Fabrikam policy unless told otherwise.</summary>
internal static class Rules
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
    [
        .. typeof(PurposeAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static AnalyzerCheck Check(string source)
    {
        var check = new AnalyzerCheck(All) { TestCode = source };
        check.Policies.Add(TestPolicy.Of(Policies.Fabrikam));

        // Most sources are about one rule, and their scenery is nobody's data. The rule's own tests take this back.
        check.DisabledDiagnostics.Add(RuleIds.NoSubjectKey);
        return check;
    }

    public static Task VerifyAsync(string source, Action<AnalyzerCheck>? configure = null)
    {
        var check = Check(source);
        configure?.Invoke(check);
        return PolicyOnly.Harvest.Takes(check) ? Task.CompletedTask : check.RunAsync();
    }

    /// <summary>With a model of a contact beside the test's source.</summary>
    public static Task VerifyWithContactAsync(string source, Action<AnalyzerCheck>? configure = null)
        => VerifyAsync(source, check =>
        {
            check.TestState.Sources.Add(Models.Contact);
            configure?.Invoke(check);
        });
}
