using System.Text.RegularExpressions;

namespace Ethics.Crm.Conventions.Tests;

/// <summary>A limit whose test is gone may be gone itself.</summary>
public sealed partial class LimitsTests
{
    private static readonly string[] Rows = File.ReadAllLines(Repository.PathOf("docs/limits.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| construct", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal)).ToArray();

    private static readonly HashSet<string> Tests = Repository.Files("tests", "*.cs").SelectMany(file => TestMethod().Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void EveryTestThatALimitNames_Exists()
    {
        Assert.NotEmpty(Rows);
        Assert.Empty(Rows.SelectMany(row => NamedTest().Matches(row)).Select(m => m.Groups[1].Value).Except(Tests));
    }

    /// <summary>What no test shows may long be otherwise.</summary>
    [Fact]
    public void EveryLimit_NamesATest() => Assert.DoesNotContain(Rows, row => !NamedTest().Matches(row).Any(name => Tests.Contains(name.Groups[1].Value)));

    /// <summary>A way to a yes that should not be stays closed as long as its test is there.</summary>
    [Fact]
    public void EveryWayOfTheThreatModel_NamesATest()
    {
        var ways = File.ReadAllLines(Repository.PathOf("docs/threat-model.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Where(line => !line.StartsWith("| ---", StringComparison.Ordinal)).ToArray();
        Assert.True(ways.Length > 20);
        Assert.All(ways, way => Assert.NotEmpty(NamedTest().Matches(way)));
        Assert.Empty(ways.SelectMany(way => NamedTest().Matches(way)).Select(m => m.Groups[1].Value).Except(Tests));
    }

    /// <summary>Names of tests hold an underscore, other code in these rows does not.</summary>
    [GeneratedRegex(@"`(\w+_\w+)`")]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex TestMethod();
}
