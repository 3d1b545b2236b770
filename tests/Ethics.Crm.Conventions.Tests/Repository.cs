using System.Reflection;
using System.Xml.Linq;

namespace Ethics.Crm.Conventions.Tests;

/// <summary>The source tree as the build saw it.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"));

    /// <summary>The project's own text with the shared part (<c>.projitems</c>) that it imports.</summary>
    public static IEnumerable<XElement> Elements(string projectFile)
    {
        var name = Path.GetFileNameWithoutExtension(projectFile).Replace(".Roslyn5", "");
        var shared = PathOf($"analyzers/{name}/{name}.projitems");
        return new[] { projectFile, shared }.Where(File.Exists).SelectMany(f => XDocument.Load(f).Descendants());
    }

    public static IReadOnlySet<string> ProjectReferences(string projectFile) =>
        Elements(projectFile).Where(e => e.Name.LocalName == "ProjectReference" && (string?)e.Attribute("ReferenceOutputAssembly") != "false")
            .Select(e => Path.GetFileNameWithoutExtension(((string)e.Attribute("Include")!).Replace("$(RoslynSuffix)", "")))
            .ToHashSet(StringComparer.Ordinal);

    public static IReadOnlySet<string> PackageReferences(string projectFile) =>
        Elements(projectFile).Where(e => e.Name.LocalName == "PackageReference")
            .Select(e => (string)e.Attribute("Include")!).ToHashSet(StringComparer.Ordinal);
}
