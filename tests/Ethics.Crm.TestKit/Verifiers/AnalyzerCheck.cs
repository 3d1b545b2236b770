using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.TestKit;

/// <summary>
/// Runs all given analyzers over a test's sources. Strict: a diagnostic that the markup does not mention fails, and so does a compile error, and a message that does not read as ours do.
/// </summary>
public sealed class AnalyzerCheck(IEnumerable<DiagnosticAnalyzer> analyzers) : AnalyzerTest<DefaultVerifier>
{
    public List<TestPolicy> Policies { get; } = [];

    public Dictionary<string, string> BuildProperties { get; } = [];

    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.CSharp14;

    public override string Language => LanguageNames.CSharp;

    protected override string DefaultFileExt => "cs";

    protected override CompilationOptions CreateCompilationOptions() => TestSettings.CompilationOptions;

    protected override ParseOptions CreateParseOptions() => TestSettings.ParseOptions(LanguageVersion);

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => analyzers;

    protected override Task RunImplAsync(CancellationToken cancellationToken)
    {
        // One rule may have several messages; markup means whichever of them.
        MarkupOptions |= MarkupOptions.UseFirstDescriptor;
        DiagnosticVerifier ??= MessageStyle.Verify;
        ReferenceAssemblies = TestSettings.References;
        TestSettings.AddReferences(TestState);
        TestSettings.AddPolicies(TestState, Policies, BuildProperties);
        foreach (var project in TestState.AdditionalProjects.Values)
        {
            TestSettings.AddReferences(project);
            TestSettings.AddPolicies(project, Policies, BuildProperties);
        }

        return base.RunImplAsync(cancellationToken);
    }
}
