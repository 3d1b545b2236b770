using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Ethics.Crm.Analyzers.Benchmarks.GuardedBuild;

/// <summary>What 2,000 guarded properties add to the compiler's work. A project of nothing but properties: whatever else a project holds makes the ratio smaller.</summary>
internal static class GuardedBuildCommand
{
    private const int Classes = 200;
    private const int Properties = 10;
    private const int LeastRounds = 7;

    public static int Run(string[] options)
    {
        var rounds = options is ["--rounds", var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 9;
        if (rounds < LeastRounds)
        {
            Console.Error.WriteLine($"At least {LeastRounds} rounds: the least disturbed one counts.");
            return 2;
        }

        var root = Directory.CreateTempSubdirectory("guarded-build-").FullName;
        try
        {
            var projects = Variant.All.Select(variant => new Project(root, variant, Classes, Properties)).ToList();
            var load = Measure(projects, rounds);
            CheckThatTheGeneratorRan(projects);
            var report = Report(projects, rounds, load);
            Console.WriteLine(report);
            File.WriteAllText(Places.Result("guarded-build.md"), report);
            return 0;
        }
        finally
        {
            if (!options.Contains("--keep"))
                Directory.Delete(root, recursive: true);
        }
    }

    // One of each in turn, so that whatever else the machine does meets all of them alike; each round begins with another.
    private static string Measure(List<Project> projects, int rounds)
    {
        var loads = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < projects.Count; i++)
                projects[(i + round) % projects.Count].Build();
            loads.Add(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?");
            Console.Error.WriteLine($"round {round + 1} of {rounds}: {string.Join(", ", projects.Select(project => Seconds(project.Times[^1])))} s, load {loads[^1]}");
        }

        return string.Join(", ", loads);
    }

    /// <summary>A ratio of two builds that do the same would be a good one, and worth nothing.</summary>
    private static void CheckThatTheGeneratorRan(List<Project> projects)
    {
        foreach (var project in projects)
        {
            using var reader = new PEReader(File.OpenRead(project.Output));
            var metadata = reader.GetMetadataReader();
            var guards = metadata.TypeDefinitions.Count(handle => metadata.GetString(metadata.GetTypeDefinition(handle).Name) == "EthicsGuards");
            var expected = project.Variant == Variant.Guarded ? Classes : 0;
            if (guards != expected)
                throw new InvalidOperationException($"{project.Variant.Name}: {guards} guarded classes, {expected} expected.");
        }
    }

    private static string Report(List<Project> projects, int rounds, string load)
    {
        Project Of(Variant variant) => projects.Single(project => project.Variant == variant);
        string Ratio(Variant above, Variant below) => (Of(above).Best / Of(below).Best).ToString("0.00", CultureInfo.InvariantCulture);

        var text = new StringBuilder();
        text.AppendLine("# Cost of a build with guarded properties").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine("dotnet run -c Release --project benchmarks/Ethics.Crm.Analyzers.Benchmarks -- guarded-build").AppendLine("```").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Classes} classes with {Properties} properties each ({Classes * Properties:N0}), one file per class and nothing else in the project. Processor time of the compiler's process, a new one for each build, analyzers and generators as built from this tree; {rounds} rounds, variants interleaved, minima compared.").AppendLine();
        text.AppendLine("| ratio | |").AppendLine("| --- | --- |");
        text.AppendLine($"| **guarded / plain, package installed** | **{Ratio(Variant.Guarded, Variant.Installed)}** |");
        text.AppendLine($"| guarded / labelled but not guarded | {Ratio(Variant.Guarded, Variant.Labelled)} |");
        text.AppendLine($"| guarded / plain without the package | {Ratio(Variant.Guarded, Variant.Plain)} |");
        text.AppendLine($"| package installed / without it, both plain | {Ratio(Variant.Installed, Variant.Plain)} |");
        text.AppendLine($"| plain / plain (what the measurement itself is worth) | {Ratio(Variant.PlainAgain, Variant.Plain)} |").AppendLine();
        text.AppendLine("| variant | least, s | median, s |").AppendLine("| --- | --- | --- |");
        foreach (var project in projects)
            text.AppendLine($"| {project.Variant.Name} | {Seconds(project.Best)} | {Seconds(project.Times.Order().ElementAt(project.Times.Count / 2))} |");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{Places.Machine}; load after each round: {load}.");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
}
