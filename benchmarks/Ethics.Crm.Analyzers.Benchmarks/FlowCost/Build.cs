using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowCost;

/// <summary>One way to compile the program, and what each time took.</summary>
internal sealed partial class Build
{
    private readonly string arguments;
    private readonly string workingDirectory;

    /// <param name="analyzers">Beside those of the SDK.</param>
    public Build(string root, string name, Sources sources, IReadOnlyCollection<string> analyzers, bool withPolicy)
        : this(root, name, sources.Folder, sources.CompilerArguments, analyzers, withPolicy)
    {
    }

    /// <param name="config">Further lines of the configuration.</param>
    public Build(string root, string name, string workingDirectory, IEnumerable<string> compilerArguments, IReadOnlyCollection<string> analyzers, bool withPolicy, string config = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        this.workingDirectory = workingDirectory;
        var lines = compilerArguments.Where(static line => !line.StartsWith("/out:", StringComparison.Ordinal) && !line.StartsWith("/refout:", StringComparison.Ordinal)).Select(Quoted).ToList();
        Output = Path.Combine(folder, "Crm.dll");
        lines.Add($"/out:\"{Output}\"");
        lines.AddRange(analyzers.Select(path => $"/analyzer:\"{path}\""));
        if (withPolicy)
        {
            var policy = Path.Combine(folder, "ethics.policy.json");
            var settings = Path.Combine(folder, "ethics.globalconfig");
            File.WriteAllText(policy, CrmProgram.Policy);
            File.WriteAllText(settings, $"is_global = true\nbuild_property.RootNamespace = Crm\n{config}[{policy.Replace('\\', '/')}]\nbuild_metadata.AdditionalFiles.EthicsPolicy = true\n");
            lines.AddRange([$"/additionalfile:\"{policy}\"", $"/analyzerconfig:\"{settings}\""]);
        }

        arguments = Path.Combine(folder, "compile.rsp");
        File.WriteAllLines(arguments, lines);
    }

    /// <summary>The assembly.</summary>
    public string Output { get; }

    public List<ChildUse> Uses { get; } = [];

    public TimeSpan Best => Uses.Min(static use => use.Time);

    public TimeSpan Median => Uses.Select(static use => use.Time).Order().ElementAt(Uses.Count / 2);

    /// <summary>Peak of memory, the median of the runs: it moves with the collector.</summary>
    public long Memory => Uses.Select(static use => use.Memory).Order().ElementAt(Uses.Count / 2);

    public void Run(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(ChildCpu.Host, ["exec", Places.Compiler, "@" + arguments]) { WorkingDirectory = workingDirectory };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        Uses.Add(ChildCpu.Run(start));
    }

    /// <summary>How often the last run told a rule.</summary>
    public int Told(string id) => Uses[^1].Output.Split('\n').Count(line => line.Contains($" {id}: ", StringComparison.Ordinal));

    // What MSBuild hands over is one argument an item, and an argument in a response file ends at a blank.
    private static string Quoted(string line) => !line.Contains(' ') || line.Contains('"') ? line : Switch().Match(line) is { Success: true } known ? $"{known.Value}\"{line[known.Length..]}\"" : $"\"{line}\"";

    [GeneratedRegex(@"^/\w+\+?:")]
    private static partial Regex Switch();
}
