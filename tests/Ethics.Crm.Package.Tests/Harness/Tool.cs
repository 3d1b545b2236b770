using System.Diagnostics;
using System.Text;

namespace Ethics.Crm.Package.Tests.Harness;

/// <summary>What a command printed, and how it ended.</summary>
public sealed record ToolResult(int ExitCode, string Output)
{
    public ToolResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}:{Environment.NewLine}{Output}");
        return this;
    }

    public ToolResult Failed()
    {
        Assert.True(ExitCode != 0, $"should have failed:{Environment.NewLine}{Output}");
        return this;
    }
}

/// <summary>Runs <c>dotnet</c> as a user at a desk would: the switches that a build server sets are taken away unless a test sets them.</summary>
internal static class Tool
{
    // Against a command that hangs, not against a slow machine.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public static ToolResult Dotnet(string folder, string arguments, IReadOnlyDictionary<string, string>? environment = null) => Run("dotnet", folder, arguments, environment);

    public static ToolResult Run(string program, string folder, string arguments = "", IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // One compiler server for all projects of a run: most of a small build is the start of the compiler.
        start.Environment["UseSharedCompilation"] = "true";
        foreach (var pair in environment ?? new Dictionary<string, string>())
            start.Environment[pair.Key] = pair.Value;

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {arguments} took longer than {Limit}:{Environment.NewLine}{output}");
        }

        process.WaitForExit();
        return new ToolResult(process.ExitCode, output.ToString());
    }

    // MSBuild and the test host leave variables behind that would change the build under test.
    private static bool IsForeign(string name) =>
        name is "CI" or "ContinuousIntegrationBuild" or "TF_BUILD" or "GITHUB_ACTIONS"
        || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            if (line is not null)
                output.AppendLine(line);
        }
    }
}
