using System.Diagnostics;
using PurposeBench.Scoring;

namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>The first step of the README: a build that writes logs.</summary>
public sealed class BuildTests
{
    [Fact]
    public void LogsAreWrittenByEachBuild_AlsoWhereNothingChanged()
    {
        var folder = Directory.CreateTempSubdirectory("purposebench-build-").FullName;
        var log = Path.Combine(folder, "logs", "Program.sarif");
        // Outside the repository, so that nothing but the targets under test is in the build.
        File.WriteAllText(Path.Combine(folder, "Program.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <Import Project="{Path.Combine(Bench.Folder, "Analyzers.targets")}" />
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "class Program { int unused; }");
        try
        {
            Build(folder);
            Assert.False(File.Exists(log));
            Build(folder, "-p:PurposeBenchSarif=" + Path.GetDirectoryName(log));
            Assert.Equal("CS0169", Assert.Single(SarifLog.Read(log)).Rule);
            File.Delete(log);
            Build(folder, "-p:PurposeBenchSarif=" + Path.GetDirectoryName(log));
            Assert.Equal("CS0169", Assert.Single(SarifLog.Read(log)).Rule);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Build(string folder, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["build", "Program.csproj", "--nologo", "-v:q", "-nodeReuse:false", "-p:UseSharedCompilation=false", .. properties])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, text + error.Result);
    }
}
