using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>Settings given once for all projects. <c>Directory.Build.props</c> is read before the packages, <c>Directory.Build.targets</c> after them.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class SolutionSettingsTests(PackedFeed feed)
{
    [Theory, InlineData("Directory.Build.props"), InlineData("Directory.Build.targets")]
    public void Settings_GivenForAllProjects_AreFollowed(string file)
    {
        using var work = Solution(file, "company.json");
        work.File("Shop/Newsletter.cs", Sources.Misuse);

        work.Build("Shop").Failed().Reports("error ECRM2001");

        work.Delete("Shop/Newsletter.cs");
        work.Build("Shop").Succeeded().Reports();
        Assert.True(work.Has("Shop/bin/Debug/net10.0/company.json"));
        Assert.Contains("read: secret", work.Run("Shop").Succeeded().Output);
    }

    [Theory, InlineData("Directory.Build.props"), InlineData("Directory.Build.targets")]
    public void PolicyGivenForAllProjects_ThatDoesNotExist_IsNamed(string file)
    {
        using var work = Solution(file, "compani.json");

        Assert.Contains("compani.json' which does not exist", work.Build("Shop").Failed().Output.Replace("',", "'"));
    }

    private Workspace Solution(string file, string policy) =>
        feed.NewWorkspace()
            .File("privacy/company.json", Sources.Policy)
            .File(file,
                $"""
                <Project>
                  <PropertyGroup>
                    <EthicsPolicyFile>$(MSBuildThisFileDirectory)privacy/{policy}</EthicsPolicyFile>
                    <EthicsCrmViolations>error</EthicsCrmViolations>
                  </PropertyGroup>
                </Project>
                """)
            .Project("Shop", executable: true, items: Sources.DependencyInjection)
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", Sources.Program);
}
