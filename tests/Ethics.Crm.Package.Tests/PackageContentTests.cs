using System.Xml.Linq;
using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

[Collection(PackedFeedCollection.Name)]
public sealed class PackageContentTests(PackedFeed feed)
{
    [Theory, InlineData("roslyn4.8"), InlineData("roslyn5.0")]
    public void Abstractions_CarriesTheCompilerSide_ForBothFloors(string folder)
    {
        using var package = feed.Open("Ethics.Crm.Abstractions");
        var files = package.Entries.Select(e => e.FullName).Where(f => f.StartsWith($"analyzers/dotnet/{folder}/cs/")).Select(Path.GetFileName).ToList();

        foreach (var assembly in new[] { "Analyzers", "CodeFixes", "FlowAnalysis", "SourceGenerators", "Policy" })
            Assert.Contains($"Ethics.Crm.{assembly}.dll", files);
        Assert.Contains("System.Text.Json.dll", files);
        Assert.DoesNotContain(files, f => f!.StartsWith("Microsoft.CodeAnalysis"));
        Assert.DoesNotContain("Ethics.Crm.Abstractions.dll", files);
    }

    [Fact]
    public void Abstractions_CarriesTheWeaver_AndWhatItNeeds()
    {
        using var package = feed.Open("Ethics.Crm.Abstractions");
        var files = package.Entries.Select(e => e.FullName).Where(f => f.StartsWith("tasks/")).Select(f => f["tasks/".Length..]).ToList();

        foreach (var file in new[] { "Ethics.Crm.Weaver.dll", "Ethics.Crm.Weaver.runtimeconfig.json", "Ethics.Crm.Policy.dll", "Mono.Cecil.dll", "Mono.Cecil.Pdb.dll", "Mono.Cecil.Rocks.dll" })
            Assert.Contains("net8.0/" + file, files);
        Assert.Contains("THIRD-PARTY-NOTICES.txt", files);
        Assert.DoesNotContain(files, f => f.Contains("Abstractions"));
    }

    [Fact]
    public void NoPackage_HasAnAnalyzerOutsideTheTwoFolders()
    {
        foreach (var id in new[] { "Ethics.Crm.Abstractions", "Ethics.Crm", "Ethics.Crm.AspNetCore", "Ethics.Crm.Testing" })
        {
            using var package = feed.Open(id);
            Assert.DoesNotContain(package.Entries, e => e.FullName.StartsWith("analyzers/")
                && !e.FullName.StartsWith("analyzers/dotnet/roslyn4.8/cs/") && !e.FullName.StartsWith("analyzers/dotnet/roslyn5.0/cs/"));
        }
    }

    [Fact]
    public void Abstractions_CarriesPropsSchemaAndReadme_AndDependsOnNothing()
    {
        using var package = feed.Open("Ethics.Crm.Abstractions");
        var files = package.Entries.Select(e => e.FullName).ToList();

        foreach (var file in new[]
                 {
                     "README.md", "schema/ethics.policy.schema.json", "buildTransitive/Ethics.Crm.Abstractions.props", "buildTransitive/Ethics.Crm.Abstractions.targets",
                     "build/Ethics.Crm.Abstractions.props", "build/Ethics.Crm.Abstractions.targets", "config/violations.warning.globalconfig", "config/violations.error.globalconfig",
                 })
            Assert.Contains(file, files);
        Assert.Empty(Dependencies("Ethics.Crm.Abstractions"));
    }

    /// <summary>Whoever is handed a receipt can check it: the schema is that of the repository, byte for byte.</summary>
    [Fact]
    public void EthicsCrm_CarriesTheSchemaOfReceipts_AndNoOtherPackageDoes()
    {
        using var package = feed.Open("Ethics.Crm");
        using var packed = new StreamReader(package.GetEntry("schema/consent-receipt.schema.json")!.Open());

        Assert.Equal(File.ReadAllText(Path.Combine(PackedFeed.RepositoryRoot, "schema/consent-receipt.schema.json")), packed.ReadToEnd());
        using var abstractions = feed.Open("Ethics.Crm.Abstractions");
        Assert.Null(abstractions.GetEntry("schema/consent-receipt.schema.json"));
    }

    [Theory, InlineData("Ethics.Crm.Abstractions"), InlineData("Ethics.Crm"), InlineData("Ethics.Crm.Testing")]
    public void Libraries_AreThereForEachFramework(string id)
    {
        using var package = feed.Open(id);
        var files = package.Entries.Select(e => e.FullName).ToList();

        foreach (var framework in new[] { "netstandard2.0", "net8.0", "net10.0" })
        {
            Assert.Contains($"lib/{framework}/{id}.dll", files);
            Assert.Contains($"lib/{framework}/{id}.xml", files);
            Assert.Equal(id == "Ethics.Crm", files.Contains($"lib/{framework}/Ethics.Crm.Policy.dll"));
        }
    }

    [Fact]
    public void EthicsCrm_PassesTheCompilerSideOn_AndNeedsNoPolicyPackage()
    {
        var dependencies = Dependencies("Ethics.Crm");

        var abstractions = dependencies.Where(d => (string?)d.Attribute("id") == "Ethics.Crm.Abstractions").ToList();
        Assert.Equal(3, abstractions.Count);
        Assert.All(abstractions, d => Assert.Equal("All", (string?)d.Attribute("include")));
        Assert.All(abstractions, d => Assert.Equal(PackedFeed.Version, (string?)d.Attribute("version")));
        Assert.DoesNotContain(dependencies, d => (string?)d.Attribute("id") == "Ethics.Crm.Policy");
    }

    private List<XElement> Dependencies(string id)
    {
        using var package = feed.Open(id);
        using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(nuspec).Descendants().Where(e => e.Name.LocalName == "dependency").ToList();
    }
}
