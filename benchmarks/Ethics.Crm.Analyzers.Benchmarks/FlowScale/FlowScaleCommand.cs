using System.Globalization;
using Ethics.Crm.Analyzers.Benchmarks.FlowCost;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowScale;

/// <summary>What following values costs as a program grows, what it costs one that is almost empty, and what others take that follow values too.</summary>
internal static class FlowScaleCommand
{
    private const int PeerLines = 50_000;
    private const int LeastRounds = 7;
    private const int RunsOfPeers = 3;

    /// <summary>Two runs of one program differ by a fifth.</summary>
    private const int TimedRuns = 5;

    private static readonly int[] Sizes = [10_000, 50_000, 100_000, 200_000];

    public static int Run(string[] options)
    {
        var root = Directory.CreateTempSubdirectory("flow-scale-").FullName;
        Console.Error.WriteLine(root);
        try
        {
            if (options.Contains("--peers-only"))
            {
                foreach (var peer in PeerBuild.Measure(root, PeerLines, RunsOfPeers))
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{peer.Name}: {peer.Added.TotalSeconds:0.00} s beside {peer.Base.Best.TotalSeconds:0.00} s"));
                return 0;
            }

            var small = SmallBuild.Measure(root, LeastRounds);
            var sizes = Sizes.Select(lines => Measure(root, lines)).ToArray();
            var peers = options.Contains("--without-peers") ? [] : PeerBuild.Measure(root, PeerLines, RunsOfPeers);
            var elsewhere = Places.HasMachineCode ? Measure(root, PeerLines, Places.PlainCompilerSide) : null;
            var report = new FlowScaleReport(small, sizes, elsewhere, peers, sizes.Single(static size => size.Asked == PeerLines), options).Text();
            Console.WriteLine(report);
            File.WriteAllText(Places.Result("flow-scale.md"), report);
            return 0;
        }
        finally
        {
            if (!options.Contains("--keep"))
                Directory.Delete(root, recursive: true);
        }
    }

    private static ScaleSize Measure(string root, int lines, IEnumerable<string>? compilerSide = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, lines.ToString(CultureInfo.InvariantCulture) + (compilerSide is null ? "" : "-elsewhere"))).FullName;
        var sources = new Sources(folder, lines, isLabelled: true);
        return new(lines, sources.Lines, DirectCost.Measure(folder, sources, lines, Mix.Matched, TimedRuns, compilerSide));
    }
}

/// <param name="Asked">How many lines were asked for.</param>
/// <param name="Lines">How many the program has.</param>
/// <param name="Timed">What our callbacks took.</param>
internal sealed record ScaleSize(int Asked, int Lines, IReadOnlyList<TimedRun> Timed)
{
    /// <summary>The run whose time is in the middle.</summary>
    public TimedRun Median => Timed.OrderBy(static run => run.Inside).ElementAt(Timed.Count / 2);
}
