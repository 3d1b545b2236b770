using System.Reflection;
using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>What the build reports of the sample CRM. What it does when it runs is tested over HTTP, in a project of its own.</summary>
public sealed class FabrikamTests : IDisposable
{
    private static readonly string Repository =
        typeof(FabrikamTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private readonly string _artifacts = Directory.CreateTempSubdirectory("ethics-crm-fabrikam-").FullName;

    public void Dispose() => Directory.Delete(_artifacts, recursive: true);

    [Fact]
    public void Misuse_IsReportedAcrossLayers_AndTheCleanProgramBuildsInSilence()
    {
        Assert.DoesNotContain("ECRM", Build("").Output);

        var output = Build("-p:Misuse=true").Output;
MISUSES
    }

    // Built apart from the tree, and without the compiler server: see QuickStartTests.
    private ToolResult Build(string arguments) =>
        Tool.Dotnet(Repository, $"build samples/Fabrikam.Crm/Fabrikam.Crm.Web --artifacts-path \"{_artifacts}\" {arguments}", new Dictionary<string, string> { ["UseSharedCompilation"] = "false" }).Succeeded();
}
