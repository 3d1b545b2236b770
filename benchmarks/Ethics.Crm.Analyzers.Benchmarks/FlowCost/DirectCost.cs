using System.Globalization;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowCost;

/// <summary>Compilations in which each callback of ours is timed; not among others, because looking at the clock takes time too.</summary>
internal static class DirectCost
{
    /// <param name="compilerSide">Our assemblies; null for those that the package hands over on this system.</param>
    public static List<TimedRun> Measure(string root, Sources sources, int lines, Mix mix, int times, IEnumerable<string>? compilerSide = null)
    {
        var ours = InOneFolder(Path.Combine(root, "timing"), [Places.TimedAnalyzers, .. compilerSide ?? Places.CompilerSide]);
        var build = new Build(root, "timed" + mix, sources, [.. ours.Where(static path => Path.GetFileName(path) != Places.Analyzers)], withPolicy: true);
        var result = Path.Combine(root, "timed.txt");
        var runs = new List<TimedRun>();
        for (var i = 0; i < times; i++)
        {
            build.Run(("ETHICS_TIMED_ANALYZERS", ours.Single(static path => Path.GetFileName(path) == Places.Analyzers)), ("ETHICS_TIMED_RESULT", result));
            Check(build, lines, mix);
            runs.Add(new TimedRun(result));
            Console.Error.WriteLine($"{sources.Lines} lines, {mix}, direct {i + 1} of {times}: {runs[^1].Share.ToString("P1", CultureInfo.InvariantCulture)} of {build.Uses[^1].Time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s");
        }

        return runs;
    }

    // The compiler loads what lies in one folder once, and the machine code of an assembly serves the first of its copies alone: what reads the policy would be compiled anew inside our callbacks, as in no other build.
    private static List<string> InOneFolder(string folder, IEnumerable<string> assemblies)
    {
        Directory.CreateDirectory(folder);
        return [.. assemblies.Select(path =>
        {
            var copy = Path.Combine(folder, Path.GetFileName(path));
            File.Copy(path, copy, overwrite: true);
            return copy;
        })];
    }

    /// <summary>The figure of an analysis that finds nothing would be a good one, and worth nothing.</summary>
    public static void Check(Build build, int lines, Mix mix)
    {
        if (build.Told("warning ECRM2002") != CrmProgram.Misuses(lines, mix))
            throw new InvalidOperationException($"{build.Told("warning ECRM2002")} misused values were told, {CrmProgram.Misuses(lines, mix)} are there:{Environment.NewLine}{build.Uses[^1].Output}");
    }
}
