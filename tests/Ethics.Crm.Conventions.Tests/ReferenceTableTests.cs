namespace Ethics.Crm.Conventions.Tests;

/// <summary>Who may reference whom; the table of the architecture, read back from the project files.</summary>
public sealed class ReferenceTableTests
{
    private static readonly Dictionary<string, string[]> Projects = new(StringComparer.Ordinal)
    {
        ["Ethics.Crm.Policy"] = [],
        ["Ethics.Crm.Abstractions"] = [],
        ["Ethics.Crm"] = ["Ethics.Crm.Abstractions", "Ethics.Crm.Policy"],
        ["Ethics.Crm.AspNetCore"] = ["Ethics.Crm"],
        ["Ethics.Crm.Testing"] = ["Ethics.Crm"],
        ["Ethics.Crm.Weaver"] = ["Ethics.Crm.Policy"],
        ["Ethics.Crm.FlowAnalysis"] = ["Ethics.Crm.Policy"],
        ["Ethics.Crm.Analyzers"] = ["Ethics.Crm.FlowAnalysis"],
        ["Ethics.Crm.CodeFixes"] = ["Ethics.Crm.Analyzers"],
        ["Ethics.Crm.SourceGenerators"] = ["Ethics.Crm.Policy"],
        ["Ethics.Crm.Precompiled"] = ["Ethics.Crm.Analyzers", "Ethics.Crm.FlowAnalysis", "Ethics.Crm.SourceGenerators", "Ethics.Crm.Policy"],
    };

    // What only the build uses and no user receives.
    private static readonly string[] BuildOnly = ["PolySharp", "Microsoft.CodeAnalysis.PublicApiAnalyzers", "Microsoft.CodeAnalysis.Analyzers"];

    private static readonly Dictionary<string, string[]> Packages = new(StringComparer.Ordinal)
    {
        ["Ethics.Crm.Policy"] = ["System.Text.Json"],
        ["Ethics.Crm.Abstractions"] = [],
        ["Ethics.Crm"] =
        [
            "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options", "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Http", "Microsoft.Extensions.Caching.Abstractions", "Microsoft.Extensions.Compliance.Abstractions", "Microsoft.Extensions.ObjectPool", "Microsoft.Extensions.Diagnostics.HealthChecks", "System.Text.Json",
            "Microsoft.Bcl.TimeProvider", "System.Diagnostics.DiagnosticSource",
        ],
        ["Ethics.Crm.AspNetCore"] = [],
        ["Ethics.Crm.Testing"] = [],
        ["Ethics.Crm.Weaver"] = ["Mono.Cecil"],
        ["Ethics.Crm.FlowAnalysis"] = [],
        ["Ethics.Crm.Analyzers"] = [],
        ["Ethics.Crm.CodeFixes"] = ["Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition"],
        ["Ethics.Crm.SourceGenerators"] = [],
        ["Ethics.Crm.Precompiled"] = [],
    };

    private static IEnumerable<string> ShippedProjectFiles =>
        new[] { "src", "analyzers" }.SelectMany(folder => Repository.Files(folder, "*.csproj")).Select(file => Path.GetRelativePath(Repository.Root, file));

    public static TheoryData<string> ShippedProjects() => new(ShippedProjectFiles);

    [Theory, MemberData(nameof(ShippedProjects))]
    public void Project_ReferencesOnlyWhatTheTableAllows(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project).Replace(".Roslyn5", "");
        Assert.True(Projects.ContainsKey(name), $"{name} has no row in the reference table: add it here and to the architecture.");

        var path = Repository.PathOf(project);
        Assert.Empty(Repository.ProjectReferences(path).Except(Projects[name]));
        Assert.Empty(Repository.PackageReferences(path).Except(Packages[name]).Except(BuildOnly));
    }

    [Fact]
    public void Table_HasARowForEveryShippedProject_AndNoOther()
    {
        var present = ShippedProjectFiles.Select(file => Path.GetFileNameWithoutExtension(file).Replace(".Roslyn5", "")).ToHashSet();

        Assert.Equal(Projects.Keys.Order(), present.Order());
        Assert.Equal(Projects.Keys.Order(), Packages.Keys.Order());
    }

    [Fact]
    public void CompilerSide_NamesNoTypeOfTheAttributesAssembly()
    {
        // Attributes are known to the compiler side by metadata name only.
        foreach (var folder in new[] { "Ethics.Crm.FlowAnalysis", "Ethics.Crm.Analyzers", "Ethics.Crm.CodeFixes", "Ethics.Crm.SourceGenerators" })
            Assert.DoesNotContain("Ethics.Crm.Abstractions", Repository.ProjectReferences(Repository.PathOf($"analyzers/{folder}/{folder}.csproj")));
    }

    [Fact]
    public void OnlyFixes_KnowWorkspaces()
    {
        foreach (var project in Repository.Files("analyzers", "*.csproj").Where(p => !p.Contains("CodeFixes")))
            Assert.DoesNotContain(Repository.PackageReferences(project), p => p.Contains("Workspaces"));
    }

    [Fact]
    public void EveryShippedProject_IsInTheSolution()
    {
        var solution = File.ReadAllText(Repository.PathOf("Ethics.Crm.sln")).Replace('\\', '/');

        foreach (var folder in new[] { "src", "analyzers", "tests", "samples" })
            foreach (var project in Repository.Files(folder, "*.csproj"))
                Assert.Contains(Path.GetRelativePath(Repository.Root, project).Replace('\\', '/'), solution);
    }
}
