using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>What lets reads pass in tests cannot be built into anything else.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class TestingPackageTests(PackedFeed feed)
{
    private const string Use = """
        using Ethics.Crm.Testing;

        public static class Assumed
        {
            public static void Support() => TestPurposes.Assume("support").Dispose();
        }
        """;

    [Fact]
    public void Program_DoesNotBuildWithIt_ATestProjectDoes()
    {
        using var work = feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy)
            .Project("App", package: "Ethics.Crm.Testing").File("App/Assumed.cs", Use)
            .Project("Tests", package: "Ethics.Crm.Testing", properties: "<IsTestProject>true</IsTestProject>").File("Tests/Assumed.cs", Use);

        Assert.Contains("Ethics.Crm.Testing is for test projects", work.Build("App").Failed().Output);
        work.Build("Tests").Succeeded().Reports();
    }

    [Fact]
    public void LibraryOfTestCode_SaysSo_AndBringsItIntoNoProgram()
    {
        const string Support = "<EthicsCrmTestSupport>true</EthicsCrmTestSupport>";
        using var work = feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy)
            .Project("Support", package: "Ethics.Crm.Testing", properties: Support).File("Support/Assumed.cs", Use)
            .Project("App", package: null, items: """<ProjectReference Include="../Support/Support.csproj" />""", executable: true).File("App/Program.cs", "Assumed.Support();")
            .Project("Program", package: "Ethics.Crm.Testing", properties: Support, executable: true).File("Program/Program.cs", Use + "public static class Program { public static void Main() { } }");

        work.Build("Support").Succeeded().Reports();
        Assert.Contains("'App' is none", work.Build("App").Failed().Output);
        Assert.Contains("'Program' is none", work.Build("Program").Failed().Output);
    }
}
