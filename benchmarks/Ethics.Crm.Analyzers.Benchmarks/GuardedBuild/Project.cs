namespace Ethics.Crm.Analyzers.Benchmarks.GuardedBuild;

/// <summary>A folder with the sources of one variant, and the compiler's arguments for it.</summary>
internal sealed class Project
{
    private const string Policy = """
        {
          "version": 1,
          "categories": { "contact.email": { "title": "E-mail address", "collectedFor": ["support"] } },
          "purposes": { "support": { "title": "Answer your questions", "basis": "contract" }, "marketing": { "title": "Send you offers", "basis": "consent" } }
        }
        """;

    private readonly string _arguments;

    public Project(string root, Variant variant, int classes, int properties)
    {
        Variant = variant;
        var folder = Directory.CreateDirectory(Path.Combine(root, Variant.All.ToList().IndexOf(variant).ToString())).FullName;
        Output = Path.Combine(folder, "Shop.dll");
        List<string> lines = ["/nologo", "/noconfig", "/target:library", "/optimize+", "/debug:portable", "/deterministic+", "/langversion:14", "/nullable:enable", $"/out:\"{Output}\""];
        lines.AddRange(Places.Framework.Select(path => $"/reference:\"{path}\""));
        foreach (var (name, text) in variant.Files(classes, properties))
        {
            File.WriteAllText(Path.Combine(folder, name), text);
            lines.Add($"\"{Path.Combine(folder, name)}\"");
        }

        if (variant.WithPackage)
        {
            var policy = Path.Combine(folder, "ethics.policy.json");
            var config = Path.Combine(folder, "build.globalconfig");
            File.WriteAllText(policy, Policy);
            File.WriteAllText(config, $"is_global = true\nbuild_property.RootNamespace = Shop.Data\n[{policy.Replace('\\', '/')}]\nbuild_metadata.AdditionalFiles.EthicsPolicy = true\n");
            lines.AddRange(Places.CompilerSide.Select(path => $"/analyzer:\"{path}\""));
            lines.AddRange([$"/reference:\"{Places.Attributes}\"", $"/additionalfile:\"{policy}\"", $"/analyzerconfig:\"{config}\""]);
        }

        _arguments = Path.Combine(folder, "compile.rsp");
        File.WriteAllLines(_arguments, lines);
    }

    public Variant Variant { get; }

    public string Output { get; }

    public List<TimeSpan> Times { get; } = [];

    public TimeSpan Best => Times.Min();

    public void Build() => Times.Add(ChildCpu.Run(ChildCpu.Host, "exec", Places.Compiler, "@" + _arguments));
}
