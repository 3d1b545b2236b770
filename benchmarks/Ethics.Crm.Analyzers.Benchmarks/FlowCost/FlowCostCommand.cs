using System.Globalization;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowCost;

/// <summary>What our analyzers add to the compilation of a CRM whose every module has purpose data, and of one that has none.</summary>
internal static class FlowCostCommand
{
    private const int LeastRounds = 7;
    private const int TimedRuns = 5;
    private const int PublishedLines = 50_000;

    public static int Run(string[] options)
    {
        var lines = Option(options, "--lines", PublishedLines);
        var rounds = Option(options, "--rounds", LeastRounds);
        if (rounds < LeastRounds && !options.Contains("--direct-only"))
        {
            Console.Error.WriteLine($"At least {LeastRounds} rounds: the least disturbed one counts.");
            return 2;
        }

        var root = Directory.CreateTempSubdirectory("flow-cost-").FullName;
        Console.Error.WriteLine(root);
        try
        {
            var labelled = new Sources(root, lines, isLabelled: true);
            var timed = DirectCost.Measure(root, labelled, lines, Mix.Matched, TimedRuns);
            var dense = options.Contains("--matched-only") ? [] : DirectCost.Measure(root, new Sources(root, lines, isLabelled: true, Mix.Dense), lines, Mix.Dense, TimedRuns);
            if (options.Contains("--direct-only"))
            {
                Console.WriteLine(FlowCostReport.Direct(timed, dense));
                return 0;
            }

            var plain = new Sources(root, lines, isLabelled: false);
            var builds = Variant.All.ToDictionary(static variant => variant, variant => new Build(
                root, $"build{Variant.All.ToList().IndexOf(variant)}", variant.IsLabelled ? labelled : plain, variant.WithPackage ? Places.CompilerSide.ToArray() : [], withPolicy: variant.WithPackage && variant.IsLabelled));
            var load = Measure(builds, rounds);
            DirectCost.Check(builds[Variant.Ours], lines, Mix.Matched);
            var report = new FlowCostReport(builds, labelled, timed, dense, rounds, load, options).Text();
            Console.WriteLine(report);
            File.WriteAllText(Places.Result(lines == PublishedLines ? "flow-cost.md" : $"flow-cost-{lines}.md"), report);
            return 0;
        }
        finally
        {
            if (!options.Contains("--keep"))
                Directory.Delete(root, recursive: true);
        }
    }

    // One of each in turn, so that whatever else the machine does meets all of them alike; each round begins with another.
    private static string Measure(Dictionary<Variant, Build> builds, int rounds)
    {
        var loads = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < builds.Count; i++)
                builds[Variant.All[(i + round) % builds.Count]].Run();
            loads.Add(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?");
            Console.Error.WriteLine($"round {round + 1} of {rounds}: {string.Join(", ", Variant.All.Select(variant => builds[variant].Uses[^1].Time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)))} s, load {loads[^1]}");
        }

        return string.Join(", ", loads);
    }

    private static int Option(string[] options, string name, int otherwise)
        => Array.IndexOf(options, name) is >= 0 and var place && place + 1 < options.Length ? int.Parse(options[place + 1], CultureInfo.InvariantCulture) : otherwise;
}
