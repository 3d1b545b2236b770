using System.Reflection;
using System.Text.RegularExpressions;
using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>What the build reports of the sample CRM. What it does when it runs is tested over HTTP, in a project of its own.</summary>
public sealed class FabrikamTests : IDisposable
{
    private static readonly string Repository =
        typeof(FabrikamTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private readonly string _artifacts = Directory.CreateTempSubdirectory("ethics-crm-fabrikam-").FullName;

    public void Dispose() => Directory.Delete(_artifacts, recursive: true);

    [Fact]
    public void Misuse_IsReportedAcrossLayers_AndTheCleanProgramBuildsInSilence()
    {
        Assert.DoesNotContain("ECRM", Build("").Output);

        var reported = Build("-p:Misuse=true").Output.Split('\n').Select(Warning).OfType<string>().Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "CreditLimits.cs ECRM2001: 'Contact.BirthDate' is collected for age-check only but is read in 'CreditLimits.OfAsync' (credit-limit)",
                "LeadDesk.cs ECRM2007: 'Lead.Phone' is collected for sales only but goes into 'Contact.Phone', which permits support",
                "Winback.cs ECRM2001: 'Contact.Phone' is collected for support only but is read in 'Winback.SendAsync' (newsletter)",
                "Winback.cs ECRM2002: 'Contact.Phone' is collected for support only but reaches 'Winback.SendAsync' (newsletter)",
            ],
            reported);
    }

    /// <summary>File, id and message of a warning of ours; null for every other line.</summary>
    private static string? Warning(string line) =>
        Regex.Match(line, @"(?<file>[^/\\]+\.cs)\(\d+,\d+\): warning (?<told>ECRM.*?) \(https") is { Success: true } found ? $"{found.Groups["file"]} {found.Groups["told"]}" : null;

    // Built apart from the tree, and without the compiler server: see QuickStartTests.
    private ToolResult Build(string arguments) =>
        Tool.Dotnet(Repository, $"build samples/Fabrikam.Crm/Fabrikam.Crm.Web --artifacts-path \"{_artifacts}\" {arguments}", new Dictionary<string, string> { ["UseSharedCompilation"] = "false" }).Succeeded();
}
