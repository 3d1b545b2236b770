using System.IO.Compression;
using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>A value that goes through a library of its own project, or of a package: what the library does with it is in a file beside it.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class SideCarTests(PackedFeed feed)
{
    private const string CompilerWasSkipped = "Skipping target \"CoreCompile\" because all output files are up-to-date";

    private const string HandsOn = "namespace Shop { public static class Texts { public static string Quote(string text) { return \"<\" + text + \">\"; } } }";

    private const string DropsIt = "namespace Shop { public static class Texts { public static string Quote(string text) { return \"<>\"; } } }";

    private const string Program =
        """
        using Ethics.Crm;
        namespace Shop
        {
            [ForPurpose("support")] public static class Desk { public static string Take(Contact contact) { return Texts.Quote(contact.Email); } }
            [ForPurpose("marketing")] public static class Letter { public static string Write(Contact contact) { return Desk.Take(contact); } }
        }
        """;

    private const string SideCar = "Library/bin/Debug/net10.0/Library.ethics.json";

    [Fact]
    public void ProjectReference_TellsWhatTheLibraryDoes_AlsoWhenOnlyABodyChanges()
    {
        using var work = TwoProjects(HandsOn);
        work.Build("App").Succeeded().Reports("warning ECRM2002");
        var first = work.Read(SideCar);
        Assert.False(work.Has("App/bin/Debug/net10.0/App.ethics.json"));
        Assert.False(work.Has("App/bin/Debug/net10.0/Library.ethics.json"));

        // Nothing has changed: neither is compiled again.
        Assert.Equal(2, work.Build("App", "-v:detailed -p:NodeReuse=false").Succeeded().Output.Split('\n').Count(static line => line.Contains(CompilerWasSkipped, StringComparison.Ordinal)));

        // The reference assembly stays the same.
        work.File("Library/Texts.cs", DropsIt);
        work.Build("App").Succeeded().Reports();
        work.File("Library/Texts.cs", HandsOn);
        work.Build("App").Succeeded().Reports("warning ECRM2002");
        Assert.Equal(first, work.Read(SideCar));

        // The library is not built, and its file is there from before.
        work.File("App/Other.cs", "// changed");
        work.Build("App", "--no-dependencies").Succeeded().Reports("warning ECRM2002");
        Assert.Empty(Directory.GetFiles(work.PathOf("Library"), "*.tmp", SearchOption.AllDirectories));
    }

    /// <summary>Beside what the compiler makes, by a switch on the command line; gone again from what a build lists when it is not asked for.</summary>
    [Fact]
    public void CostsOfABuild_AreWrittenWhenAskedFor()
    {
        using var work = TwoProjects(HandsOn);
        const string costs = "App/obj/Debug/net10.0/App.ethics.costs.md";
        work.Build("App").Succeeded();
        Assert.False(work.Has(costs));

        var asked = work.Build("App", "-p:EthicsCrmCosts=true").Succeeded();

        Assert.Contains("App: what following values cost stands in ", asked.Output);
        Assert.Contains("`Letter.Write`", work.Read(costs));
        work.File("App/Other.cs", "// changed");
        Assert.DoesNotContain("what following values cost", work.Build("App").Succeeded().Output);
    }

    [Fact]
    public void Switch_TurnsItOff_AndOnlyThoseAreToldWhoAsk()
    {
        using var work = TwoProjects(HandsOn);
        work.Build("App").Succeeded().Reports("warning ECRM2002");
        Assert.True(work.Has(SideCar));

        // A switch on the command line is for both.
        work.Build("App", "-p:EthicsCrmSideCar=false").Succeeded().Reports("warning ECRM2002");
        Assert.False(work.Has(SideCar));
        work.File("App/Other.cs", "// changed");
        work.Build("App", "--no-dependencies -p:EthicsCrmSideCar=true").Succeeded().Reports("warning ECRM2002", "warning ECRM9000");
        Assert.False(work.Has("Library/obj/Debug/net10.0/Library.ethics.json"));
    }

    [Fact]
    public void DamagedFile_IsTold()
    {
        using var work = TwoProjects(DropsIt);
        work.Build("App").Succeeded().Reports();

        work.File(SideCar, "{ \"ethics.crm.summaries\": 1");
        work.File("App/Other.cs", "// changed");
        work.Build("App", "--no-dependencies").Succeeded().Reports("warning ECRM2002", "warning ECRM9000");
    }

    [Fact]
    public void Package_CarriesItBesideTheAssembly()
    {
        using var work = feed.NewWorkspace()
            .Project("Library", framework: "net8.0;net10.0", properties: "<LangVersion>14</LangVersion><EthicsCrmSideCar>true</EthicsCrmSideCar><IsPackable>true</IsPackable><Version>1.2.3</Version>")
            .File("Library/Model.cs", Sources.Model).File("Library/Texts.cs", HandsOn).File("Library/ethics.policy.json", Sources.Policy);
        Tool.Dotnet(work.Folder, $"pack Library -nologo -o \"{work.PathOf("feed")}\"").Succeeded();
        using (var package = ZipFile.OpenRead(work.PathOf("feed/Library.1.2.3.nupkg")))
        {
            Assert.NotNull(package.GetEntry("lib/net8.0/Library.ethics.json"));
            Assert.NotNull(package.GetEntry("lib/net10.0/Library.ethics.json"));
        }

        work.Project("App", properties: $"<RestoreAdditionalProjectSources>$(RestoreAdditionalProjectSources);{work.PathOf("feed")}</RestoreAdditionalProjectSources><RestorePackagesPath>{work.PathOf("installed")}</RestorePackagesPath><RestoreFallbackFolders>$(RestoreFallbackFolders);{feed.Installed}</RestoreFallbackFolders>", items: """<PackageReference Include="Library" Version="1.2.3" />""")
            .File("App/Program.cs", Program).File("App/ethics.policy.json", Sources.Policy);

        work.Build("App").Succeeded().Reports("warning ECRM2002");
    }

    [Fact]
    public void Programs_WriteNone()
    {
        using var work = feed.NewWorkspace().Project("Shop", executable: true, properties: "<EthicsCrmSideCar>true</EthicsCrmSideCar>").File("Shop/Program.cs", "System.Console.WriteLine();").File("Shop/ethics.policy.json", Sources.Policy);
        work.Build("Shop").Succeeded();

        Assert.Empty(Directory.GetFiles(work.Folder, "*.ethics.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void WhereNobodyTurnsItOn_NoneIsWritten()
    {
        using var work = feed.NewWorkspace().Project("Shop", properties: "<LangVersion>14</LangVersion>").File("Shop/Model.cs", Sources.Model).File("Shop/ethics.policy.json", Sources.Policy);
        work.Build("Shop").Succeeded();

        Assert.Empty(Directory.GetFiles(work.Folder, "*.ethics.json", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(work.Folder, "*.SideCar.globalconfig", SearchOption.AllDirectories));
    }

    [Fact]
    public void FileOfThatName_WhichNoBuildOfOursMade_StaysWhereItIs()
    {
        using var work = feed.NewWorkspace()
            .Project("Shop", properties: "<LangVersion>14</LangVersion>", items: """<None Update="Shop.ethics.json" CopyToOutputDirectory="Always" />""")
            .File("Shop/Model.cs", Sources.Model).File("Shop/ethics.policy.json", Sources.Policy).File("Shop/Shop.ethics.json", "mine");
        work.Build("Shop").Succeeded();

        Assert.Equal("mine", work.Read("Shop/bin/Debug/net10.0/Shop.ethics.json"));
    }

    /// <summary>Each compiler is a process of its own, in which the same texts hash to other numbers.</summary>
    [Fact]
    public void TwoBuilds_WriteTheSameFile()
    {
        const string letters = "ABCDEFGHIJKLMNOPQRST";
        var parts = string.Concat(letters.Select(static letter => $"public Part {letter} {{ get; set; }} = new Part(); "));
        var fills = string.Concat(letters.Select(static letter => $"order.{letter}.Text = text; "));
        using var work = TwoProjects($"namespace Shop {{ public sealed class Part {{ public string Text {{ get; set; }} }} public sealed class Order {{ {parts} }} public static class Orders {{ public static void Fill(Order order, string text) {{ {fills} }} }} public static class Texts {{ public static string Quote(string text) {{ return text; }} }} }}");
        work.Build("Library", "-p:UseSharedCompilation=false").Succeeded();
        var first = work.Read(SideCar);

        work.Build("Library", "--no-incremental -p:UseSharedCompilation=false").Succeeded();
        Assert.Equal(first, work.Read(SideCar));
        Assert.Contains("Shop.Order.T", first, StringComparison.Ordinal);
    }

    private Workspace TwoProjects(string texts) => feed.NewWorkspace()
        .Project("Library", properties: "<LangVersion>14</LangVersion><EthicsCrmSideCar>true</EthicsCrmSideCar>")
        .File("Library/Model.cs", Sources.Model).File("Library/Texts.cs", texts).File("Library/ethics.policy.json", Sources.Policy)
        .Project("App", items: """<ProjectReference Include="../Library/Library.csproj" />""")
        .File("App/Program.cs", Program).File("App/ethics.policy.json", Sources.Policy);
}
