using System.Globalization;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowCost;

/// <summary>What our analyzers add to the compilation of a CRM whose every module has purpose data, and of one that has none.</summary>
internal static class FlowCostCommand
{
    private const int LeastRounds = 7;
    private const int TimedRuns = 3;

    public static int Run(string[] options)
    {
        var lines = Option(options, "--lines", 50_000);
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
            var timed = Direct(root, labelled, lines, Mix.Matched);
            var dense = options.Contains("--matched-only") ? [] : Direct(root, new Sources(root, lines, isLabelled: true, Mix.Dense), lines, Mix.Dense);
            if (options.Contains("--direct-only"))
            {
                Console.WriteLine(FlowCostReport.Direct(timed, dense));
                return 0;
            }

            var plain = new Sources(root, lines, isLabelled: false);
            var builds = Variant.All.ToDictionary(static variant => variant, variant => new Build(
                root, $"build{Variant.All.ToList().IndexOf(variant)}", variant.IsLabelled ? labelled : plain, variant.WithPackage ? Places.CompilerSide.ToArray() : [], withPolicy: variant.WithPackage && variant.IsLabelled));
            var load = Measure(builds, rounds);
            Check(builds[Variant.Ours], lines, Mix.Matched);
            var report = new FlowCostReport(builds, labelled, timed, dense, rounds, load, options).Text();
            Console.WriteLine(report);
            File.WriteAllText(Places.Result("flow-cost.md"), report);
            return 0;
        }
        finally
        {
            if (!options.Contains("--keep"))
                Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>Runs in which each callback of ours is timed; not among the others, because looking at the clock takes time too.</summary>
    private static List<TimedRun> Direct(string root, Sources sources, int lines, Mix mix)
    {
        var build = new Build(root, "timed" + mix, sources, [Places.TimedAnalyzers, .. Places.CompilerSide.Where(static path => Path.GetFileName(path) != Places.Analyzers)], withPolicy: true);
        var result = Path.Combine(root, "timed.txt");
        var runs = new List<TimedRun>();
        for (var i = 0; i < TimedRuns; i++)
        {
            build.Run(("ETHICS_TIMED_ANALYZERS", Places.CompilerSide.Single(static path => Path.GetFileName(path) == Places.Analyzers)), ("ETHICS_TIMED_RESULT", result));
            Check(build, lines, mix);
            runs.Add(new TimedRun(result));
            Console.Error.WriteLine($"{mix}, direct {i + 1} of {TimedRuns}: {runs[^1].Share.ToString("P1", CultureInfo.InvariantCulture)} of {build.Uses[^1].Time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s");
        }

        return runs;
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

    /// <summary>The figure of an analysis that finds nothing would be a good one, and worth nothing.</summary>
    private static void Check(Build build, int lines, Mix mix)
    {
        if (build.Told("warning ECRM2002") != CrmProgram.Misuses(lines, mix))
            throw new InvalidOperationException($"{build.Told("warning ECRM2002")} misused values were told, {CrmProgram.Misuses(lines, mix)} are there:{Environment.NewLine}{build.Uses[^1].Output}");
    }

    private static int Option(string[] options, string name, int otherwise)
        => Array.IndexOf(options, name) is >= 0 and var place && place + 1 < options.Length ? int.Parse(options[place + 1], CultureInfo.InvariantCulture) : otherwise;
}
