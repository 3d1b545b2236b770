using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.TestKit;

/// <summary>Runs a generator and compares every generated file. For tests that look at parts only, drive it over <see cref="TestCompilation"/> with <see cref="TestOptionsProvider"/>.</summary>
public sealed class GeneratorCheck(Type generator) : SourceGeneratorTest<DefaultVerifier>
{
    public List<TestPolicy> Policies { get; } = [];

    public Dictionary<string, string> BuildProperties { get; } = [];

    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.CSharp14;

    public override string Language => LanguageNames.CSharp;

    protected override string DefaultFileExt => "cs";

    protected override CompilationOptions CreateCompilationOptions() => TestSettings.CompilationOptions;

    protected override ParseOptions CreateParseOptions() => TestSettings.ParseOptions(LanguageVersion);

    protected override IEnumerable<Type> GetSourceGenerators() => [generator];

    protected override Task RunImplAsync(CancellationToken cancellationToken)
    {
        ReferenceAssemblies = TestSettings.References;
        TestSettings.AddReferences(TestState);
        TestSettings.AddPolicies(TestState, Policies, BuildProperties);
        return base.RunImplAsync(cancellationToken);
    }
}
