using System.Collections.Immutable;
using Ethics.Crm.SourceGenerators.Constants;
using Ethics.Crm.SourceGenerators.Guards;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Tests;

/// <summary>A project as the compiler sees it, with our generators.</summary>
internal sealed record Build
{
    public ImmutableArray<string> Sources { get; init; } = [];

    public ImmutableArray<TestPolicy> Policies { get; init; } = [TestPolicy.Of(TestKit.Policies.Fabrikam)];

    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty.Add("RootNamespace", "Acme");

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    public ImmutableArray<MetadataReference> References { get; init; } = [];

    public string AssemblyName { get; init; } = "Acme";

    public bool AllowUnsafe { get; init; }

    /// <summary>Warnings are errors here too: nobody may get one for code that we generate or make them write.</summary>
    public ImmutableArray<string> Expected { get; init; } = [];

    /// <summary>Those whose output most tests are about; a test of another one names it.</summary>
    public ImmutableArray<IIncrementalGenerator> Generators { get; init; } = [new PolicyConstantsGenerator(), new GuardedPropertyGenerator()];

    public static Build Of(params string[] sources) => new() { Sources = [.. sources] };

    public Build With(string property, string value) => this with { Properties = Properties.SetItem(property, value) };

    public Build WithPolicy(string? json) => this with { Policies = json is null ? [] : [TestPolicy.Of(json)] };

    public CSharpCompilation Compilation()
    {
        var options = new CSharpParseOptions(Language, DocumentationMode.Diagnose);
        var nullable = Language >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable;
        return CSharpCompilation.Create(
            AssemblyName,
            Sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"/0/Test{index}.cs")),
            [.. ProductReferences.All, .. References],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: AllowUnsafe, nullableContextOptions: nullable)
                .WithSpecificDiagnosticOptions([new("CS1591", ReportDiagnostic.Suppress)]));
    }

    public GeneratorDriver Driver(params AdditionalText[] more) => CSharpGeneratorDriver.Create(
        Generators.Select(generator => generator.AsSourceGenerator()),
        Policies.Select(policy => (AdditionalText)new TestAdditionalText(policy.Path, policy.Text)).Concat(more),
        new CSharpParseOptions(Language, DocumentationMode.Diagnose),
        new TestOptionsProvider(Policies, Properties),
        new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generators and compiles what comes out; every diagnostic that is not expected fails.</summary>
    public BuildResult Run()
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Compilation(), out var output, out _);
        var run = driver.GetRunResult();
        Assert.All(run.Results, result => Assert.Null(result.Exception));
        Assert.Empty(run.Diagnostics);

        var found = output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        var unexpected = found.Where(diagnostic => !Expected.Contains(diagnostic.Id)).Select(diagnostic => diagnostic.ToString()).ToList();
        var generated = string.Join("\n", run.Results.SelectMany(result => result.GeneratedSources).Select(source => $"// {source.HintName}\n{source.SourceText}"));
        Assert.True(unexpected.Count == 0, string.Join("\n", unexpected) + "\n" + generated);
        Assert.All(Expected, id => Assert.Contains(found, diagnostic => diagnostic.Id == id));
        return new(output, run, generated);
    }

    /// <summary>Builds and calls <c>Program.Run()</c> of the source.</summary>
    public string Execute() => Run().Execute();
}
