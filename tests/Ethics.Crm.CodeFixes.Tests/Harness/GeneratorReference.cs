using System.Collections.Immutable;
using Ethics.Crm.SourceGenerators.Constants;
using Ethics.Crm.SourceGenerators.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.CodeFixes.Tests;

/// <summary>Our generators, as a package would bring them to a project.</summary>
internal sealed class GeneratorReference : AnalyzerReference
{
    public static readonly GeneratorReference Instance = new();

    private static readonly ImmutableArray<ISourceGenerator> s_generators = [new PolicyConstantsGenerator().AsSourceGenerator(), new GuardedPropertyGenerator().AsSourceGenerator()];

    public override string? FullPath => null;

    public override object Id => nameof(GeneratorReference);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => s_generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => s_generators;
}
