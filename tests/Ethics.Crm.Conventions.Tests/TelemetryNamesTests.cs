using System.Text.RegularExpressions;

namespace Ethics.Crm.Conventions.Tests;

/// <summary>Names by which somebody builds a dashboard: those of the guide are those of the program, all of them.</summary>
public sealed partial class TelemetryNamesTests
{
    private static readonly string Guide = File.ReadAllText(Repository.PathOf("docs/guides/operations.md"));

    private static readonly string[] Names = [.. Constant().Matches(File.ReadAllText(Repository.PathOf("src/Ethics.Crm/Telemetry/TelemetryNames.cs"))).Select(one => one.Groups[1].Value)];

    [Fact]
    public void EachName_IsInTheGuide_AndNoOtherIs()
    {
        Assert.NotEmpty(Names);
        var rows = Guide.Split('\n').Where(line => line.StartsWith("| `ethics_crm.", StringComparison.Ordinal)).Select(line => line.Split('|')).ToList();
        var tags = rows.SelectMany(row => Tag().Matches(row[3])).Select(tag => "ethics_crm." + tag.Groups[1].Value);
        var named = Name().Matches(Guide).Select(one => one.Groups[1].Value);
        Assert.Equal(Names.Order(StringComparer.Ordinal), named.Union(tags).Except(Values()).Order(StringComparer.Ordinal));

        // What a tag says stands behind a colon, in the same form.
        IEnumerable<string> Values() => rows.SelectMany(row => Value().Matches(row[3])).SelectMany(said => Tag().Matches(said.Groups[1].Value)).Select(value => "ethics_crm." + value.Groups[1].Value);
    }

    [Fact]
    public void EachName_IsLowerCase_InANamespaceOfItsOwn() => Assert.All(Names, static name => Assert.Matches("^ethics_crm(\\.[a-z]+(_[a-z]+)*)+$", name));

    [GeneratedRegex("const string \\w+ = \"([^\"]+)\"")]
    private static partial Regex Constant();

    [GeneratedRegex("`(ethics_crm\\.[a-z_]+)`")]
    private static partial Regex Name();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Tag();

    [GeneratedRegex(": (`[a-z_]+`(?: or `[a-z_]+`)*)")]
    private static partial Regex Value();
}
