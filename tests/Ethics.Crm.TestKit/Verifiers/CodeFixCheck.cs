using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.TestKit;

/// <summary>Applies a fix one by one and by FixAll in document, project and solution; all must end in the same text. As strict as <see cref="AnalyzerCheck"/>.</summary>
public sealed class CodeFixCheck(IEnumerable<DiagnosticAnalyzer> analyzers, CodeFixProvider fix) : CodeFixTest<DefaultVerifier>
{
    public List<TestPolicy> Policies { get; } = [];

    public Dictionary<string, string> BuildProperties { get; } = [];

    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.CSharp14;

    public override string Language => LanguageNames.CSharp;

    public override Type SyntaxKindType => typeof(SyntaxKind);

    protected override string DefaultFileExt => "cs";

    protected override CompilationOptions CreateCompilationOptions() => TestSettings.CompilationOptions;

    protected override ParseOptions CreateParseOptions() => TestSettings.ParseOptions(LanguageVersion);

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => analyzers;

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [fix];

    protected override Task RunImplAsync(CancellationToken cancellationToken)
    {
        ReferenceAssemblies = TestSettings.References;
        TestSettings.AddReferences(TestState);
        TestSettings.AddPolicies(TestState, Policies, BuildProperties);
        return base.RunImplAsync(cancellationToken);
    }
}
