using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>Projects of every kind that a .NET shop has.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class ProjectKindTests(PackedFeed feed)
{
    [Fact]
    public void SeveralFrameworks_AreEachHeld()
    {
        using var work = feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy)
            .Project("Shop", "net8.0;net10.0", properties: "<LangVersion>14</LangVersion>").File("Shop/Contact.cs", Sources.Model).File("Shop/Newsletter.cs", Sources.Misuse);

        var build = work.Build("Shop").Succeeded().Reports("warning ECRM2001", "warning ECRM2001");

        Assert.Contains("TargetFramework=net8.0", build.Output);
        Assert.Contains("TargetFramework=net10.0", build.Output);
    }

    [Fact]
    public void Solution_OfThreeProjects_IsHeldByOnePolicy()
    {
        using var work = feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy.Replace("\"version\": 1", "\"$schema\": \"./ethics.policy.schema.json\", \"version\": 1"))
            .File("All.slnx", """<Solution><Project Path="Models/Models.csproj" /><Project Path="Jobs/Jobs.csproj" /><Project Path="App/App.csproj" /></Solution>""")
            .Project("Models", package: "Ethics.Crm.Abstractions").File("Models/Contact.cs", Sources.Model)
            .Project("Jobs", package: null, items: """<ProjectReference Include="../Models/Models.csproj" />""").File("Jobs/Newsletter.cs", Sources.Misuse)
            .Project("App", executable: true, items: """<ProjectReference Include="../Jobs/Jobs.csproj" />""" + Sources.DependencyInjection).File("App/Program.cs", Sources.Program);

        work.Build("All.slnx").Succeeded().Reports("warning ECRM2001");

        Assert.Contains("read: secret", work.Run("App").Succeeded().Output);
        Assert.True(work.Has("ethics.policy.schema.json"));
        Assert.False(work.Has("Models/bin/Debug/net10.0/ethics.policy.json"));
    }

    [Fact]
    public void CentralVersionsAndALockFile_AreRespected()
    {
        using var work = feed.NewWorkspace()
            .File("Directory.Packages.props",
                $"""
                <Project>
                  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally><CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled></PropertyGroup>
                  <ItemGroup><PackageVersion Include="Ethics.Crm" Version="{PackedFeed.Version}" /></ItemGroup>
                </Project>
                """)
            .File("ethics.policy.json", Sources.Policy)
            .Project("Shop", package: null, properties: "<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>", items: """<PackageReference Include="Ethics.Crm" />""")
            .File("Shop/Contact.cs", Sources.Model).File("Shop/Newsletter.cs", Sources.Misuse);
        work.Build("Shop").Succeeded().Reports("warning ECRM2001");

        Assert.Contains("Ethics.Crm.Abstractions", work.Read("Shop/packages.lock.json"));
        work.Build("Shop", "-p:RestoreLockedMode=true --no-incremental").Succeeded().Reports("warning ECRM2001");
    }

    [Fact]
    public void PathWithSpacesAndOtherScripts_IsFollowed()
    {
        using var work = feed.NewWorkspace("Kunden & Größen (客户) 100%")
            .File("ethics.policy.json", Sources.Policy)
            .Project("Shop", executable: true, items: Sources.DependencyInjection).File("Shop/Contact.cs", Sources.Model).File("Shop/Newsletter.cs", Sources.Misuse).File("Shop/Program.cs", Sources.Program);

        work.Build("Shop").Succeeded().Reports("warning ECRM2001");

        Assert.Contains("read: secret", work.Run("Shop").Succeeded().Output);
    }

    [Theory]
    [InlineData("fsproj", "Program.fs", "printfn \"started\"", """<Compile Include="Program.fs" />""")]
    [InlineData("vbproj", "Program.vb", "Module Program\n  Sub Main()\n    System.Console.WriteLine(\"started\")\n  End Sub\nEnd Module", "")]
    public void OtherLanguages_AreLeftInPeace_AndGetThePolicy(string extension, string file, string source, string items)
    {
        using var work = feed.NewWorkspace()
            .File("ethics.policy.json", Sources.Policy)
            .Project("Other", executable: true, extension: extension, items: items).File($"Other/{file}", source);

        work.Build("Other").Succeeded().Reports();

        Assert.Contains("started", work.Run("Other").Succeeded().Output);
        Assert.True(work.Has("Other/bin/Debug/net10.0/ethics.policy.json"));
    }

    [Fact]
    public void OldFormat_WithPackagesConfig_LoadsBothCompilerFolders_AndRunsEachGeneratorOnce()
    {
        // Restores what NuGet would unpack beside an old solution.
        const string assemblies = """<PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies" Version="1.0.3" PrivateAssets="all" />""";
        using var work = feed.NewWorkspace().Project("Restored", "net472", items: assemblies);
        Tool.Dotnet(work.Folder, "restore Restored").Succeeded();
        var root = Tool.Dotnet(work.Folder, "msbuild Restored -nologo -getProperty:TargetFrameworkRootPath").Succeeded().Output.Trim();
        var package = $"{feed.Installed}/ethics.crm.abstractions/{PackedFeed.Version}";
        Assert.True(Directory.Exists(root), root);
        work.File("ethics.policy.json", Sources.Policy).File("Old/Contact.cs", Sources.Model).File("Old/Newsletter.cs", Sources.Misuse)
            .File("Old/Old.csproj",
                $"""
                <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
                  <Import Project="{package}/build/Ethics.Crm.Abstractions.props" />
                  <PropertyGroup>
                    <Configuration>Debug</Configuration><Platform>AnyCPU</Platform><OutputType>Library</OutputType><RootNamespace>Shop</RootNamespace><AssemblyName>Old</AssemblyName>
                    <TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion><TargetFrameworkRootPath>{root}</TargetFrameworkRootPath><OutputPath>bin/</OutputPath><LangVersion>14</LangVersion>
                  </PropertyGroup>
                  <ItemGroup>
                    <Reference Include="System" />
                    <Reference Include="Ethics.Crm.Abstractions"><HintPath>{package}/lib/netstandard2.0/Ethics.Crm.Abstractions.dll</HintPath></Reference>
                    <Analyzer Include="{package}/analyzers/dotnet/roslyn4.8/cs/*.dll" /><Analyzer Include="{package}/analyzers/dotnet/roslyn5.0/cs/*.dll" />
                    <Compile Include="*.cs" />
                  </ItemGroup>
                  <Import Project="$(MSBuildToolsPath)/Microsoft.CSharp.targets" />
                  <Import Project="{package}/build/Ethics.Crm.Abstractions.targets" />
                </Project>
                """);

        var build = new BuildResult(Tool.Dotnet(work.Folder, "msbuild Old -nologo -v:normal")).Succeeded().Reports("warning ECRM2001");

        Assert.Contains("roslyn5.0/cs/Ethics.Crm.SourceGenerators.dll", build.Output);
        Assert.DoesNotContain("roslyn4.8/cs/Ethics.Crm.SourceGenerators.dll", build.Output);
    }
}
