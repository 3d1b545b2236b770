using System.Text.RegularExpressions;

namespace Ethics.Crm.Package.Tests.Harness;

/// <summary>A folder with real projects that install the packed packages.</summary>
public sealed partial class Workspace(PackedFeed feed, string? subfolder = null) : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ethics-crm-project-").FullName;

    public string Folder => subfolder is null ? _root : Path.Combine(_root, subfolder);

    public string PathOf(string relative) => Path.Combine(Folder, relative);

    public Workspace File(string relative, string content)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return this;
    }

    /// <param name="properties">Further lines for the property group.</param>
    /// <param name="items">Further lines for the item group; the package reference is there unless <paramref name="package"/> is null.</param>
    public Workspace Project(string name, string framework = "net10.0", string properties = "", string items = "", string? package = "Ethics.Crm", bool executable = false, string sdk = "Microsoft.NET.Sdk", string extension = "csproj")
    {
        var reference = package is null ? "" : $"""<PackageReference Include="{package}" Version="{PackedFeed.Version}" />""";
        var output = executable ? "<OutputType>Exe</OutputType>" : "";
        var frameworks = framework.Contains(';') ? $"<TargetFrameworks>{framework}</TargetFrameworks>" : $"<TargetFramework>{framework}</TargetFramework>";
        return File($"{name}/{Path.GetFileName(name)}.{extension}",
            $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                {frameworks}
                <Nullable>enable</Nullable>
                {feed.RestoreProperties}
                {output}
                <!-- ECRM3002: the console is where these programs tell the tests what they read. -->
                <NoWarn>$(NoWarn);ECRM3002</NoWarn>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {reference}
                {items}
              </ItemGroup>
            </Project>
            """);
    }

    public BuildResult Build(string project, string arguments = "", params (string Name, string Value)[] environment) =>
        new(Tool.Dotnet(Folder, $"build {project} -nologo {arguments}", environment.ToDictionary(e => e.Name, e => e.Value)));

    public BuildResult Publish(string project, string arguments = "") => new(Tool.Dotnet(Folder, $"publish {project} -nologo -o \"{PathOf("published")}\" {arguments}"));

    public ToolResult Run(string project, string arguments = "") => Tool.Dotnet(PathOf(project), $"run --no-build {arguments}");

    public bool Has(string relative) => System.IO.File.Exists(PathOf(relative));

    public string Read(string relative) => System.IO.File.ReadAllText(PathOf(relative));

    public void Delete(string relative) => System.IO.File.Delete(PathOf(relative));

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

/// <summary>A build with its diagnostics; MSBuild prints each twice, they are counted once.</summary>
public sealed partial record BuildResult(ToolResult Tool)
{
    public string Output => Tool.Output;

    public IReadOnlyList<string> Diagnostics { get; } =
        DiagnosticLine().Matches(Tool.Output).Select(m => m.Groups["text"].Value.Trim()).Distinct().Order(StringComparer.Ordinal).ToList();

    public BuildResult Succeeded()
    {
        Tool.Succeeded();
        return this;
    }

    public BuildResult Failed()
    {
        Tool.Failed();
        return this;
    }

    /// <summary>Exactly these, e.g. <c>warning ECRM2001</c>: a diagnostic that a test does not mention fails it.</summary>
    public BuildResult Reports(params string[] expected)
    {
        var actual = Diagnostics.Select(d => SeverityAndId().Match(d).Value).Order(StringComparer.Ordinal).ToArray();
        Assert.True(expected.Order(StringComparer.Ordinal).SequenceEqual(actual), $"expected [{string.Join(", ", expected)}] but got [{string.Join(", ", actual)}]:{Environment.NewLine}{Output}");
        return this;
    }

    /// <summary>Without the number of the build node, which MSBuild prints at some verbosities and only the first time.</summary>
    [GeneratedRegex(@"^\s*(\d+>)?(?<text>.*?: (warning|error) [A-Z]+\d+: .*)$", RegexOptions.Multiline)]
    private static partial Regex DiagnosticLine();

    [GeneratedRegex(@"(warning|error) [A-Z]+\d+")]
    private static partial Regex SeverityAndId();
}
