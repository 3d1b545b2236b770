using System.Reflection;
using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>README's first command, and what README shows of it.</summary>
public sealed class QuickStartTests : IDisposable
{
    private static readonly string Repository =
        typeof(QuickStartTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private readonly string _artifacts = Directory.CreateTempSubdirectory("ethics-crm-quickstart-").FullName;

    public void Dispose() => Directory.Delete(_artifacts, recursive: true);

    [Fact]
    public void Misuse_IsReportedByTheBuild_AndRefusedByTheProgram()
    {
        var run = Run("-p:Misuse=true");

        Assert.Contains("warning ECRM2001: 'Contact.Phone' is collected for support only but is read in 'NewsletterJob.SendText' (newsletter)", run.Output);
        Assert.Matches(@"newsletter texts, consent given +REFUSED: 'Contact\.Phone'", run.Output);
    }

    [Fact]
    public void WithoutMisuse_TheBuildIsSilent_AndConsentDecides()
    {
        var run = Run("");

        Assert.DoesNotContain("ECRM", run.Output);
        Assert.Matches(@"no purpose +REFUSED", run.Output);
        Assert.Matches(@"support +call Ada", run.Output);
        Assert.Matches(@"newsletter, never asked +REFUSED", run.Output);
        Assert.Matches(@"newsletter, consent given +mail to", run.Output);
        Assert.Matches(@"newsletter, withdrawn +REFUSED", run.Output);
        Assert.DoesNotContain("newsletter texts", run.Output);
    }

    [Fact]
    public void Readme_ShowsTheWarningThatTheSampleGives()
    {
        var readme = Readme.Text;
        var source = File.ReadAllLines(Path.Combine(Repository, "samples/QuickStart/NewsletterJob.cs"));
        var line = Array.FindIndex(source, l => l.Contains("contact.Phone")) + 1;
        var column = source[line - 1].IndexOf("Phone", StringComparison.Ordinal) + 1;

        Assert.Contains($"NewsletterJob.cs({line},{column}): warning ECRM2001: 'Contact.Phone' is collected for support only but is read in 'NewsletterJob.SendText' (newsletter)", readme);
    }

    [Fact]
    public void Readme_ShowsThePolicyOfTheSample()
    {
        var policy = File.ReadAllText(Path.Combine(Repository, "samples/QuickStart/ethics.policy.json"));

        Assert.Equal(policy, Readme.Block("jsonc").Replace("// ethics.policy.json\n", ""));
    }

    // Built apart from the tree: the solution may be building at the same moment. Without the compiler server, which would go on
    // looking for the analyzers of a folder that is gone.
    private ToolResult Run(string arguments) =>
        Tool.Dotnet(Repository, $"run --project samples/QuickStart --artifacts-path \"{_artifacts}\" {arguments}", new Dictionary<string, string> { ["UseSharedCompilation"] = "false" }).Succeeded();
}
