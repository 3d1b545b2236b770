using System.IO.Compression;
using System.Reflection;

namespace Ethics.Crm.Package.Tests.Harness;

/// <summary>The packages of this source tree, packed once per run into a folder of their own, and a private place to install them.</summary>
public sealed class PackedFeed : IDisposable
{
    public const string Version = "0.1.0-packed";

    private static readonly IReadOnlyDictionary<string, string> Built =
        typeof(PackedFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(a => a.Key, a => a.Value!);

    /// <summary>A folder that holds packages of this version already: those that are about to be released, say, instead of new ones.</summary>
    private const string ExistingFeed = "ETHICS_PACKED_FEED";

    public PackedFeed()
    {
        Root = Directory.CreateTempSubdirectory("ethics-crm-packages-").FullName;
        Installed = Path.Combine(Root, "installed");
        if (Environment.GetEnvironmentVariable(ExistingFeed) is { Length: > 0 } existing)
        {
            Feed = existing;
            return;
        }

        Feed = Path.Combine(Root, "feed");
        // Built apart from the tree: the solution may be building at the same moment.
        foreach (var project in new[] { "Ethics.Crm.Abstractions", "Ethics.Crm", "Ethics.Crm.AspNetCore", "Ethics.Crm.Testing" })
            Tool.Dotnet(Built["RepositoryRoot"], $"pack src/{project} -c {Built["Configuration"]} -o \"{Feed}\" --artifacts-path \"{Path.Combine(Root, "build")}\" -p:Version={Version} -nologo -v:quiet").Succeeded();
    }

    public string Root { get; }

    public string Feed { get; }

    public string Installed { get; }

    /// <summary>Packages that the machine already has are taken from there; ours can only come from the feed.</summary>
    public string RestoreProperties =>
        $"""
            <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
            <RestorePackagesPath>{Installed}</RestorePackagesPath>
            <RestoreFallbackFolders>{MachinePackages}</RestoreFallbackFolders>
            <NuGetAudit>false</NuGetAudit>
        """;

    public ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.nupkg"));

    public Workspace NewWorkspace(string? subfolder = null) => new(this, subfolder);

    /// <summary>The packages that restore found on the machine, where a test has to name a file in one.</summary>
    public static string MachinePackages => Built["PackagesRoot"].TrimEnd('/', '\\');

    public static string RepositoryRoot => Built["RepositoryRoot"];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

[CollectionDefinition(Name)]
public sealed class PackedFeedCollection : ICollectionFixture<PackedFeed>
{
    public const string Name = "packed packages";
}
