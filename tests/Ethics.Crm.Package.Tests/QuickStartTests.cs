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

        // A permitted read, whose value is handed on: the build alone sees it, and tells its way.
        const string flow = "'Contact.Phone' is collected for support only but reaches 'NewsletterJob.Text' (newsletter)";
        Assert.Contains("warning ECRM2002: " + flow, run.Output);
        Assert.Matches(@"support, handed on +text to 555-0100", run.Output);
        var results = SarifResult.Read(Path.Combine(Repository, "samples/QuickStart/misuse.sarif"));
        Assert.Equal(["ECRM2001", "ECRM2002"], results.Select(static one => one.Id).Where(static id => id.StartsWith("ECRM", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var told = results.Single(static one => one.Id == "ECRM2002");
        Assert.Equal(flow, told.Message);
        Assert.Equal(PlaceOf("Leads.cs", "Text(phone)", "phone"), told.Place);
        Assert.Equal([PlaceOf("SupportDesk.cs", "Leads.Add(contact.Phone)", "Phone"), PlaceOf("SupportDesk.cs", "Leads.Add(contact.Phone)", "Add")], told.Steps);
        Assert.Equal(["1. 'Contact.Phone' is read", "2. is handed to 'Leads.Add'"], told.Words);
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
        Assert.DoesNotContain("handed on", run.Output);
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
    public void Readme_ShowsTheFlowThatTheSampleGives_AndItsWay()
    {
        var readme = Readme.Text;
        Assert.Contains($"{PlaceOf("Leads.cs", "Text(phone)", "phone")}: warning ECRM2002: 'Contact.Phone' is collected for support only but reaches 'NewsletterJob.Text' (newsletter)", readme);
        Assert.Contains($"{PlaceOf("SupportDesk.cs", "Leads.Add(contact.Phone)", "Phone")}: 1. 'Contact.Phone' is read", readme);
        Assert.Contains($"{PlaceOf("SupportDesk.cs", "Leads.Add(contact.Phone)", "Add")}: 2. is handed to 'Leads.Add'", readme);
        foreach (var (file, line) in new[] { ("SupportDesk.cs", "return Leads.Add(contact.Phone);"), ("Leads.cs", "public static string Add(string phone) => new NewsletterJob().Text(phone);"), ("NewsletterJob.cs", "public string Text(string phone) => $\"text to {phone}\";") })
        {
            Assert.Contains(line, readme);
            Assert.Contains(line, File.ReadAllText(Path.Combine(Repository, "samples/QuickStart", file)));
        }
    }

    [Fact]
    public void Readme_ShowsThePolicyOfTheSample()
    {
        var policy = File.ReadAllText(Path.Combine(Repository, "samples/QuickStart/ethics.policy.json"));

        Assert.Equal(policy, Readme.Block("jsonc").Replace("// ethics.policy.json\n", ""));
    }

    /// <summary>As the compiler names the place of a word in an expression of the sample.</summary>
    private static string PlaceOf(string file, string expression, string word)
    {
        var source = File.ReadAllLines(Path.Combine(Repository, "samples/QuickStart", file));
        var line = Array.FindIndex(source, one => one.Contains(expression, StringComparison.Ordinal));
        return $"{file}({line + 1},{source[line].IndexOf(expression, StringComparison.Ordinal) + expression.IndexOf(word, StringComparison.Ordinal) + 1})";
    }

    // Built apart from the tree: the solution may be building at the same moment. Without the compiler server, which would go on
    // looking for the analyzers of a folder that is gone.
    private ToolResult Run(string arguments) =>
        Tool.Dotnet(Repository, $"run --project samples/QuickStart --artifacts-path \"{_artifacts}\" {arguments}", new Dictionary<string, string> { ["UseSharedCompilation"] = "false" }).Succeeded();
}
