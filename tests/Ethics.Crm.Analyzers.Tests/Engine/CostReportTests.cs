using Ethics.Crm.Analyzers.Tests.SideCars;
using Ethics.Crm.TestKit;

namespace Ethics.Crm.Analyzers.Tests.Engine;

/// <summary>What following values cost, written for whoever asks.</summary>
public sealed class CostReportTests : IDisposable
{
    private const string Program = """public static class Desk { [ForPurpose("support")] public static string Take(Contact c) => Hand(c.Email); private static string Hand(string text) => text; [ForPurpose("marketing")] public static void Run(Contact c) => Mailer.Send(Take(c)); }""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ethics-crm-costs-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Costs_NamePhasesTypesAndMethods()
    {
        var page = await PageAsync(Path.Combine(_folder.FullName, "Program.ethics.costs.md"), Program);

        Assert.Contains("# What following the values of Program cost", page);
        Assert.Matches(@"\d+ methods walked \d+ times, \d+ blocks, 1 misuse found, 0 methods given up, 0 bodies bound again", page);
        foreach (var phase in new[] { "what libraries say of themselves", "methods, and what callers work for", "findings are told" })
            Assert.Matches($@"\| {phase} \| \d+\.\d \|", page);
        Assert.Matches(@"\| `Desk` \| \d+\.\d \| \d+ \| \d+ \| \d+ \|", page);
        Assert.Matches(@"\| `Desk\.Take` \| \d+\.\d \| \d+ \| \d+ \| File0\.cs:\d+ \|", page);
        Assert.DoesNotContain("Nothing.Here", page);
    }

    [Fact]
    public async Task ProgramInWhichNothingIsFollowed_SaysSo()
        => Assert.Contains("No code reads a labelled member", await PageAsync(Path.Combine(_folder.FullName, "costs.md"), "public static class Plain { public static int Here => 1; }", withMailer: false));

    [Fact]
    public async Task WithoutThePropertyNothingIsWritten()
    {
        await TwoProjects.RunAsync(Compilation(Program, withMailer: true), []);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task FileThatCannotBeWritten_IsTold()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");

        var found = await TwoProjects.RunAsync(Compilation(Program, withMailer: true), new() { ["EthicsCrmCostsFile"] = Path.Combine(file, "costs.md") });

        Assert.Contains(found, static one => one.Id == RuleIds.NotFollowed && one.Message.StartsWith("The file 'costs.md' could not be written (", StringComparison.Ordinal));
        Assert.Contains(found, static one => one.Id == "ECRM2002");
    }

    private static async Task<string> PageAsync(string path, string program, bool withMailer = true)
    {
        await TwoProjects.RunAsync(Compilation(program, withMailer), new() { ["EthicsCrmCostsFile"] = path });
        return await File.ReadAllTextAsync(path);
    }

    private static Microsoft.CodeAnalysis.Compilation Compilation(string program, bool withMailer)
        => TwoProjects.Compile("Program", [TwoProjects.Usings + program, Models.Contact, .. withMailer ? [TwoProjects.Usings + TwoProjects.MailerSource] : Array.Empty<string>()], []);
}
