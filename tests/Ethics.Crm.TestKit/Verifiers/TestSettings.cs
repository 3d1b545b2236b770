using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.TestKit;

/// <summary>What analyzer, fix and generator tests share: references, policy, build properties.</summary>
public static class TestSettings
{
    /// <summary>No package is named, so nothing is downloaded; the assemblies are added one by one.</summary>
    public static ReferenceAssemblies References { get; } = new("net10.0");

    public static CSharpParseOptions ParseOptions(LanguageVersion version) => new(version, Microsoft.CodeAnalysis.DocumentationMode.Diagnose);

    public static CSharpCompilationOptions CompilationOptions { get; } = new(
        Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        nullableContextOptions: Microsoft.CodeAnalysis.NullableContextOptions.Enable);

    public static void AddReferences(ProjectState project)
    {
        project.ReferenceAssemblies = References;
        project.AdditionalReferences.AddRange(ProductReferences.All);
    }

    /// <summary>Adds the policy files and the analyzer config that marks them.</summary>
    public static void AddPolicies(ProjectState project, IReadOnlyCollection<TestPolicy> policies, IReadOnlyDictionary<string, string> properties)
    {
        foreach (var policy in policies)
        {
            project.AdditionalFiles.Add((policy.Path, policy.Text));
        }

        project.AnalyzerConfigFiles.Add((BuildSettings.Path, BuildSettings.GlobalConfig(policies, properties)));
    }
}
