using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>What a published program carries, and that it still runs under its policy.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class PublishTests(PackedFeed feed)
{
    [Fact]
    public void WebProject_PublishesThePolicyOnce_ThoughItIsContentToo()
    {
        using var work = feed.NewWorkspace()
            .File("Shop/ethics.policy.json", Sources.Policy)
            .Project("Shop", sdk: "Microsoft.NET.Sdk.Web").File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", "System.Console.WriteLine();");

        work.Publish("Shop").Succeeded().Reports();

        Assert.Equal(Sources.Policy, work.Read("published/ethics.policy.json"));
        Assert.True(work.Has("Shop/bin/Release/net10.0/ethics.policy.json"));
    }

    [Fact]
    public void PolicyThatTheProjectCopiesByHand_IsPublishedOnce()
    {
        using var work = Console("""<None Update="ethics.policy.json" CopyToOutputDirectory="PreserveNewest" />""");

        work.Publish("Shop").Succeeded().Reports();

        Assert.Equal(Sources.Policy, work.Read("published/ethics.policy.json"));
    }

    [Fact]
    public void ProgramWithoutPolicy_PublishesTheOneOfTheProgramItReferences()
    {
        using var work = Console().Project("Admin", executable: true, package: null, items: """<ProjectReference Include="../Shop/Shop.csproj" />""").File("Admin/Program.cs", "System.Console.WriteLine();");

        work.Publish("Admin").Succeeded().Reports();

        Assert.Equal(Sources.Policy, work.Read("published/ethics.policy.json"));
    }

    [Fact]
    public void ProgramWithAPolicyOfItsOwn_PublishesThat()
    {
        var own = Sources.Policy.Replace("Answer your questions", "Administer");
        using var work = Console("""<Content Include="ethics.policy.json" CopyToOutputDirectory="Always" />""")
            .Project("Admin", executable: true, package: null, items: """<ProjectReference Include="../Shop/Shop.csproj" />""").File("Admin/Program.cs", "System.Console.WriteLine();").File("Admin/ethics.policy.json", own);

        work.Publish("Admin").Succeeded().Reports();

        Assert.Equal(own, work.Read("published/ethics.policy.json"));
        Assert.Equal(own, work.Read("Admin/bin/Release/net10.0/ethics.policy.json"));
    }

    [Fact]
    public void SingleFile_KeepsThePolicyBesideTheProgram_UnderItsOwnName()
    {
        using var work = feed.NewWorkspace()
            .File("Shop/company.json", Sources.Policy)
            .Project("Shop", executable: true, items: Sources.DependencyInjection, properties: "<EthicsPolicyFile>company.json</EthicsPolicyFile><SelfContained>false</SelfContained><PublishSingleFile>true</PublishSingleFile>")
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", Sources.Program);

        work.Publish("Shop", "--use-current-runtime").Succeeded().Reports();

        Assert.False(work.Has("published/Ethics.Crm.dll"));
        Assert.Contains("read: secret", Tool.Run(work.PathOf("published/Shop"), work.Folder).Succeeded().Output);
    }

    [Fact]
    public void Trimmed_GivesNoWarning_AndRuns()
    {
        using var work = Console(properties: "<PublishTrimmed>true</PublishTrimmed><TrimmerSingleWarn>false</TrimmerSingleWarn><TrimMode>full</TrimMode>");

        work.Publish("Shop", "--use-current-runtime").Succeeded().Reports();

        Assert.Contains("read: secret", Tool.Run(work.PathOf("published/Shop"), work.Folder).Succeeded().Output);
    }

    private Workspace Console(string items = "", string properties = "") =>
        feed.NewWorkspace()
            .File("Shop/ethics.policy.json", Sources.Policy)
            .Project("Shop", executable: true, items: Sources.DependencyInjection + items, properties: properties)
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", Sources.Program);
}
