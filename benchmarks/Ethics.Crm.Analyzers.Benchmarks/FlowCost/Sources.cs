using System.Diagnostics;
using System.Text.Json;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowCost;

/// <summary>A folder with a project of the program, and the arguments with which <c>dotnet build</c> would call the compiler for it.</summary>
internal sealed class Sources
{
    private const string Arguments = "CscCommandLineArgs";

    public Sources(string root, int lines, bool isLabelled, Mix mix = Mix.Matched)
        : this(root, (isLabelled ? "labelled" : "plain") + (mix == Mix.Dense ? "-dense" : ""), CrmProgram.Files(lines, isLabelled, mix), isLabelled)
    {
    }

    /// <param name="folder">Of its own, beneath the root.</param>
    /// <param name="isLabelled">Whether the assembly with the attributes is referenced.</param>
    public Sources(string root, string folder, IEnumerable<(string Name, string Text)> files, bool isLabelled)
    {
        Folder = Directory.CreateDirectory(Path.Combine(root, folder)).FullName;
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(Folder, name), text);
            Files++;
            Lines += CrmProgram.Lines(text);
        }

        // Also the one without attributes, so that the folder above cannot say otherwise.
        var reference = isLabelled ? $"<ItemGroup><Reference Include=\"Ethics.Crm.Abstractions\" HintPath=\"{Places.Attributes}\" /></ItemGroup>" : "";
        File.WriteAllText(Path.Combine(Folder, "Crm.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>disable</ImplicitUsings><NuGetAudit>false</NuGetAudit></PropertyGroup>
              {reference}
            </Project>
            """);
        File.WriteAllText(Path.Combine(Folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(Folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(Folder, "Directory.Packages.props"), "<Project />");
        CompilerArguments = Ask(Folder);
    }

    public string Folder { get; }

    public int Files { get; }

    public int Lines { get; }

    public IReadOnlyList<string> CompilerArguments { get; }

    private static IReadOnlyList<string> Ask(string folder)
    {
        var build = new ProcessStartInfo(ChildCpu.Host, ["msbuild", "-restore", "-nologo", "-nodeReuse:false", "-t:Compile", "-p:Configuration=Release", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:" + Arguments]) { WorkingDirectory = folder };
        using var answer = JsonDocument.Parse(ChildCpu.Run(build).Output);
        return answer.RootElement.GetProperty("Items").GetProperty(Arguments).EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!).ToArray();
    }
}
