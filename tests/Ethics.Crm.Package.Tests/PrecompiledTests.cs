using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>The compiler side with its machine code: used where it fits, and the same in all it does.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class PrecompiledTests(PackedFeed feed)
{
    private const string System = "linux-x64";
    private const string Plain = "analyzers/dotnet/roslyn5.0/cs/";
    private const string Precompiled = $"precompiled/{System}/roslyn5.0/";

    private static readonly string[] Assemblies = ["Ethics.Crm.Analyzers.dll", "Ethics.Crm.FlowAnalysis.dll", "Ethics.Crm.Policy.dll", "Ethics.Crm.SourceGenerators.dll"];

    [PrecompiledFact]
    public void Package_HasTheSameAssembliesOnceMore_WithMachineCode()
    {
        using var package = feed.Open("Ethics.Crm.Abstractions");

        Assert.Equal(Assemblies, package.Entries.Where(static entry => entry.FullName.StartsWith(Precompiled, StringComparison.Ordinal)).Select(static entry => entry.Name).Order(StringComparer.Ordinal));
        foreach (var assembly in Assemblies)
        {
            var (plain, precompiled) = (Read(package, Plain + assembly), Read(package, Precompiled + assembly));
            Assert.Equal(plain.Id, precompiled.Id);
            Assert.False(plain.HasMachineCode, assembly);
            Assert.True(precompiled.HasMachineCode, assembly);
        }
    }

    [PrecompiledFact]
    public void Build_UsesThem_AndReportsTheSame()
    {
        using var work = Shop();

        var with = work.Build("Shop").Failed().Reports("error ECRM2001");
        Assert.Equal(Assemblies.Select(static one => Precompiled + one), Passed(work));

        var without = work.Build("Shop", "-p:EthicsCrmPrecompiled=false").Failed().Reports("error ECRM2001");
        Assert.Equal(Assemblies.Select(static one => Plain + one), Passed(work));
        Assert.Equal(without.Diagnostics, with.Diagnostics);
    }

    [Theory]
    [InlineData("-p:NETCoreSdkRuntimeIdentifier=win-x64 -p:UseAppHost=false")]
    [InlineData("-p:NETCoreSdkRuntimeIdentifier=linux-arm64 -p:UseAppHost=false")]
    [InlineData("-p:NETCoreSdkRuntimeIdentifier=linux-musl-x64 -p:UseAppHost=false")]
    [InlineData("-p:NETCoreSdkVersion=9.0.300")]
    public void ElsewhereTheAssembliesWithoutMachineCode_AreUsed(string elsewhere)
    {
        using var work = Shop();

        work.Build("Shop", elsewhere).Failed().Reports("error ECRM2001");

        Assert.Equal(Assemblies.Select(static one => Plain + one), Passed(work));
    }

    [PrecompiledFact]
    public void WithoutRules_TheGeneratorsAloneAreUsed()
    {
        using var work = Shop();

        work.Build("Shop", "-p:EthicsCrmAnalysis=false").Succeeded();

        Assert.Equal([Precompiled + "Ethics.Crm.Policy.dll", Precompiled + "Ethics.Crm.SourceGenerators.dll"], Passed(work));
    }

    private Workspace Shop() =>
        feed.NewWorkspace()
            .Project("Shop", executable: true, properties: "<EthicsCrmViolations>error</EthicsCrmViolations>", items: Sources.DependencyInjection)
            .File("Directory.Build.targets", """<Project><Target Name="Tell" BeforeTargets="CoreCompile"><WriteLinesToFile File="analyzers.txt" Lines="@(Analyzer->'%(FullPath)')" Overwrite="true" /></Target></Project>""")
            .File("Shop/ethics.policy.json", Sources.Policy).File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", Sources.Program).File("Shop/Newsletter.cs", Sources.Misuse);

    /// <summary>What the compiler was handed of them, from the folder of the package on.</summary>
    private static IEnumerable<string> Passed(Workspace work) =>
        work.Read("Shop/analyzers.txt").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Where(static path => Assemblies.Contains(Path.GetFileName(path)))
            .Select(static path => path.Replace('\\', '/')[(path.IndexOf(PackedFeed.Version, StringComparison.Ordinal) + PackedFeed.Version.Length + 1)..])
            .Order(StringComparer.Ordinal).ToList();

    private static (Guid Id, bool HasMachineCode) Read(ZipArchive package, string name)
    {
        using var entry = package.GetEntry(name)!.Open();
        var image = new MemoryStream();
        entry.CopyTo(image);
        image.Position = 0;
        using var file = new PEReader(image);
        var metadata = file.GetMetadataReader();
        return (metadata.GetGuid(metadata.GetModuleDefinition().Mvid), file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }

    /// <summary>A test of what can only be made, and used, on one system.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class PrecompiledFactAttribute : FactAttribute
    {
        public PrecompiledFactAttribute()
        {
            if (RuntimeInformation.RuntimeIdentifier != System && !(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64))
                Skip = $"The compiler side is precompiled on {System} alone.";
        }
    }
}
