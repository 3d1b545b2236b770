using System.Diagnostics;
using PurposeBench.Scoring;

namespace PurposeBench.Analyzers;

/// <summary>Builds the cases with one analyzer, as a user's build would, and yields what it reported.</summary>
internal static class CaseBuild
{
    /// <param name="properties">What tells the cases' projects which analyzer to take (see Analyzers.targets).</param>
    /// <exception cref="InvalidOperationException">The build failed, or an analyzer or generator of it did; the message holds its errors.</exception>
    public static IReadOnlyList<Finding> Run(string folder, params string[] properties)
    {
        var output = Directory.CreateTempSubdirectory("purposebench-").FullName;
        try
        {
            Build(folder, output, properties);
            var logs = Directory.GetFiles(output, "*.sarif");
            if (logs.SelectMany(SarifLog.Failures).Distinct().ToArray() is { Length: > 0 } failures)
                throw new InvalidOperationException($"An analyzer or a generator did not run ({string.Join(", ", failures)}), so what it finds cannot be counted.");
            return [.. logs.SelectMany(SarifLog.Read)];
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static void Build(string folder, string output, string[] properties)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["build", "Cases/PurposeBench.Cases.csproj", "--nologo", "-v:q", "-c", "Release", "--artifacts-path", Path.Combine(output, "artifacts"), $"-p:PurposeBenchSarif={output}", "-p:UseSharedCompilation=false", .. properties];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The cases do not build with {string.Join(' ', properties)}:{Environment.NewLine}{string.Join(Environment.NewLine, text.Split('\n').Where(l => l.Contains("error", StringComparison.Ordinal)).Distinct().Take(20))}{error.Result}");
    }
}
