using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>Where the policy comes from, where it goes to, and how a running program finds it.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class PolicyFileTests(PackedFeed feed)
{
    private const string ReferenceToShop = """<ProjectReference Include="../Shop/Shop.csproj" />""";

    [Fact]
    public void PolicyOfAnotherName_IsFoundByTheRunningProgram_WithoutAnOption()
    {
        using var work = feed.NewWorkspace()
            .File("privacy/company.json", Sources.Policy)
            .Project("Shop", executable: true, properties: "<EthicsPolicyFile>../privacy/company.json</EthicsPolicyFile>", items: Sources.DependencyInjection)
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", Sources.Program);
        work.Build("Shop").Succeeded().Reports();

        Assert.Contains("read: secret", work.Run("Shop").Succeeded().Output);
        Assert.False(work.Has("Shop/bin/Debug/net10.0/ethics.policy.json"));

        work.Delete("Shop/bin/Debug/net10.0/company.json");
        Assert.Contains("company.json' does not exist", work.Run("Shop").Failed().Output);
    }

    [Fact]
    public void PolicyOfAnotherName_OnNetFramework_IsRecordedInTheAssembly()
    {
        using var work = feed.NewWorkspace()
            .File("privacy/company.json", Sources.Policy)
            .Project("Shop", "net472", executable: true, properties: "<Nullable>disable</Nullable><EthicsPolicyFile>../privacy/company.json</EthicsPolicyFile>",
                items: """<PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies" Version="1.0.3" PrivateAssets="all" />""")
            .File("Shop/Program.cs", "static class Program { static void Main() { } }");

        work.Build("Shop").Succeeded().Reports();

        Assert.Contains("""AssemblyMetadata("Ethics.Crm.PolicyFile", "company.json")""", work.Read("Shop/obj/Debug/net472/Shop.AssemblyInfo.cs"));
        Assert.True(work.Has("Shop/bin/Debug/net472/company.json"));
    }

    [Fact]
    public void TestProject_ThatReferencesAProgram_RunsUnderItsPolicy()
    {
        using var work = feed.NewWorkspace()
            .File("Shop/company.json", Sources.Policy)
            .Project("Shop", executable: true, properties: "<EthicsPolicyFile>company.json</EthicsPolicyFile>", items: Sources.DependencyInjection)
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", Sources.Program)
            .Project("Shop.Tests", package: null, items: ReferenceToShop +
                """
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.9.0" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" PrivateAssets="all" />
                """)
            .File("Shop.Tests/ReadTests.cs",
                """
                using Microsoft.Extensions.DependencyInjection;
                public class ReadTests
                {
                    [Xunit.Fact]
                    public void Read()
                    {
                        var services = new ServiceCollection();
                        services.AddEthicsCrm();
                        using var provider = services.BuildServiceProvider();
                        provider.UseEthicsCrm();
                        Xunit.Assert.Equal("secret", Desk.Read(new Shop.Contact { Id = 7, Email = "secret" }));
                    }
                }
                """);

        var test = Tool.Dotnet(work.Folder, "test Shop.Tests -nologo").Succeeded();

        Assert.Contains("Passed:     1", test.Output);
        Assert.Equal(Sources.Policy, work.Read("Shop.Tests/bin/Debug/net10.0/company.json"));
    }

    [Fact]
    public void Program_ThatReferencesALibrary_DoesNotTakeTheLibrarysPolicy()
    {
        using var work = feed.NewWorkspace()
            .File("Models/ethics.policy.json", Sources.Policy).Project("Models").File("Models/Contact.cs", Sources.Model)
            .Project("App", package: null, executable: true, items: """<ProjectReference Include="../Models/Models.csproj" />""").File("App/Program.cs", "System.Console.WriteLine();");

        work.Build("App").Succeeded().Reports();

        Assert.False(work.Has("App/bin/Debug/net10.0/ethics.policy.json"));
        Assert.False(work.Has("Models/bin/Debug/net10.0/ethics.policy.json"));
    }

    [Fact]
    public void Program_ThatReferencesTwoWithDifferentPolicies_TakesNone_AndSaysSo()
    {
        using var work = feed.NewWorkspace();
        foreach (var name in new[] { "Shop", "Desk" })
            work.Project(name, executable: true).File($"{name}/ethics.policy.json", Sources.Policy).File($"{name}/Program.cs", $"namespace {name} {{ static class Start {{ static void Main() {{ }} }} }}");
        work.Project("Both", package: null, executable: true, items: ReferenceToShop + """<ProjectReference Include="../Desk/Desk.csproj" />""").File("Both/Program.cs", "System.Console.WriteLine();");

        work.Build("Both").Succeeded().Reports("warning ECRM1003");

        Assert.False(work.Has("Both/bin/Debug/net10.0/ethics.policy.json"));
        Assert.True(work.Has("Shop/bin/Debug/net10.0/ethics.policy.json"));
    }

    [Fact]
    public void PolicyFilesOfOneName_AreAnErrorThatNamesBoth()
    {
        using var work = feed.NewWorkspace()
            .File("base/ethics.policy.json", Sources.Policy)
            .File("Shop/ethics.policy.json", """{ "extends": ["../base/ethics.policy.json"], "version": 1, "categories": {}, "purposes": {} }""")
            .Project("Shop", executable: true, items: """<EthicsPolicyBase Include="../base/ethics.policy.json" />""").File("Shop/Program.cs", "System.Console.WriteLine();");

        var build = work.Build("Shop").Failed().Reports("error ECRM1003");

        Assert.Contains(work.PathOf("base/ethics.policy.json"), build.Output);
        Assert.Contains(work.PathOf("Shop/ethics.policy.json"), build.Output);
    }

    /// <summary>The compiler stops at an attribute whose constant is not there, before any rule runs: a generator says why it is not.</summary>
    [Theory]
    [InlineData("{ version: 1 }", "", "ethics.policy.json(1,3): error ECRM1001: Not valid JSON")]
    [InlineData(null, "", "Contact.cs(11,23): error ECRM1001: 'Categories.ContactEmail' is a constant that the build makes of the policy, but the project has none")]
    [InlineData(Sources.Policy, "namespace Shop { public class Categories { } }", "Contact.cs(11,23): error ECRM1003: 'Shop.Categories' takes the name of the policy's constants")]
    public void ConstantThatIsNotThere_TheBuildSaysWhy(string? policy, string more, string told)
    {
        using var work = feed.NewWorkspace().Project("Shop").File("Shop/More.cs", more).File("Shop/Contact.cs", Sources.Model.Replace("\"contact.email\"", "Categories.ContactEmail"));
        if (policy is not null)
            work.File("Shop/ethics.policy.json", policy);

        var build = work.Build("Shop").Failed();

        Assert.Contains(told, build.Output);
        Assert.Single(build.Diagnostics, one => one.Contains("ECRM"));

        // The rules say the same where they run, and nothing says it twice.
        work.File("Shop/Contact.cs", Sources.Model);
        var ruled = work.Build("Shop").Diagnostics;
        Assert.Single(ruled, one => one.Contains("ECRM"));
        Assert.DoesNotContain(ruled, one => one.Contains("CS"));
    }

    [Fact]
    public void Bases_AreFoundByTheRunningProgram_WhereverTheyLieInTheSource()
    {
        using var work = feed.NewWorkspace()
            .File("company/policies/base.json", Sources.Policy)
            .File("Shop/ethics.policy.json", """{ "extends": ["../company/policies/base.json"], "version": 1, "categories": {}, "purposes": {} }""")
            .Project("Shop", executable: true, items: Sources.DependencyInjection +
                """<EthicsPolicyBase Include="../company/policies/base.json" /><EthicsPolicyBase Include="$(MSBuildProjectDirectory)/../company/policies/base.json" />""")
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", Sources.Program);
        work.Build("Shop").Succeeded().Reports();
        Directory.Delete(work.PathOf("company"), recursive: true);

        Assert.Contains("read: secret", work.Run("Shop").Succeeded().Output);
    }

    [Fact]
    public void Schema_IsPlacedOnlyWhereThePolicyPointsBesideItself()
    {
        using var work = feed.NewWorkspace().Project("Shop");
        Tool.Dotnet(work.Folder, "restore Shop").Succeeded();

        Assert.False(PlacedFor("https://fabrikam.example/schemas/ethics.policy.schema.json"));
        Assert.False(PlacedFor("../schemas/ethics.policy.schema.json"));
        Assert.True(PlacedFor("ethics.policy.schema.json"));
        work.Delete("Shop/ethics.policy.schema.json");
        Assert.True(PlacedFor("./ethics.policy.schema.json"));

        // Without a compiler: the target needs none.
        bool PlacedFor(string address)
        {
            work.File("Shop/ethics.policy.json", Sources.Policy.Replace("\"version\": 1", $"\"$schema\": \"{address}\", \"version\": 1"));
            Tool.Dotnet(work.Folder, "msbuild Shop -nologo -t:EthicsCrmPlaceSchema").Succeeded();
            return work.Has("Shop/ethics.policy.schema.json");
        }
    }
}
