using System.Text.RegularExpressions;
using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>Visual Studio and old build servers evaluate the package with the MSBuild of .NET Framework, which no test can start everywhere.</summary>
public sealed partial class TargetsFileTests
{
    /// <summary>With the number of their arguments, as .NET Framework 4.7.2 and its MSBuild have them.</summary>
    private static readonly string[] OnEveryMSBuild =
    [
        "MSBuild.GetPathOfFileAbove/2", "MSBuild.VersionGreaterThanOrEquals/2",
        "System.IO.File.ReadAllText/1", "System.IO.Path.GetDirectoryName/1", "System.IO.Path.GetFullPath/1",
        "System.String.Copy/1", "System.Text.RegularExpressions.Regex.IsMatch/2",
    ];

    [Fact]
    public void StaticFunctions_AreThoseThatEveryMSBuildHas()
    {
        var used = Files().SelectMany(f => StaticFunction().Matches(File.ReadAllText(f)))
            .Select(m => $"{m.Groups["type"].Value}.{m.Groups["name"].Value}/{Arguments(m.Groups["rest"].Value)}").Distinct().ToList();

        Assert.Contains("MSBuild.GetPathOfFileAbove/2", used);
        Assert.Empty(used.Except(OnEveryMSBuild));
    }

    [Fact]
    public void Arguments_AreCountedAtTheirOwnDepth()
    {
        Assert.Equal(2, Arguments("'$([System.String]::Copy('a, b'))', 'c'))"));
        Assert.Equal(1, Arguments("'$(A)').Replace('x', 'y')"));
    }

    private static int Arguments(string rest)
    {
        var (depth, count, quoted) = (0, 1, false);
        foreach (var c in rest)
        {
            if (c == '\'' && depth == 0)
                quoted = !quoted;
            else if (c == '(')
                depth++;
            else if (c == ')' && depth-- == 0)
                return count;
            else if (c == ',' && depth == 0 && !quoted)
                count++;
        }

        throw new InvalidOperationException($"Unbalanced: {rest}");
    }

    private static IEnumerable<string> Files() =>
        new[] { "build", "buildTransitive" }.SelectMany(f => Directory.GetFiles(Path.Combine(PackedFeed.RepositoryRoot, "src/Ethics.Crm.Abstractions", f)));

    [GeneratedRegex(@"\[(?<type>[\w.]+)\]::(?<name>\w+)\((?<rest>[^\r\n]*)")]
    private static partial Regex StaticFunction();
}
