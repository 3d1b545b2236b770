using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>The same packages in a running program: what it prints is what its user would see.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class RunningProgramTests(PackedFeed feed)
{
    private const string Program =
        """
        using System;
        using Ethics.Crm;
        using Microsoft.Extensions.DependencyInjection;
        using Shop;

        var services = new ServiceCollection();
        services.AddEthicsCrm();
        using var provider = services.BuildServiceProvider();
        provider.UseEthicsCrm();
        var consent = provider.GetRequiredService<IConsentLedger>();

        var contact = new Contact { Id = 7, Email = "secret" };
        var person = SubjectKey.Of(contact);

        Console.WriteLine("no scope: " + Read());
        using (PurposeScope.Enter("support")) Console.WriteLine("support: " + Read());
        using (PurposeScope.Enter("marketing")) Console.WriteLine("never asked: " + Read());
        await consent.GrantAsync(person, "marketing");
        using (PurposeScope.Enter("marketing")) Console.WriteLine("granted: " + Read());
        await consent.WithdrawAsync(person, "marketing");
        using (PurposeScope.Enter("marketing")) Console.WriteLine("withdrawn: " + Read());
        using (PurposeScope.Enter("support")) Console.WriteLine("support still: " + Read());

        string Read()
        {
            try { return contact.Email; }
            catch (PurposeViolationException e) { return e.Refusal + (e.ToString().Contains("secret") ? " LEAK" : ""); }
        }
        """;

    private const string Dependencies = """<PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.12" />""";

    private static string TwoPurposeModel => Sources.Model.Replace("CollectedFor(\"support\")", "CollectedFor(\"support\", \"marketing\")");

    [Fact]
    public void OneObject_RefusedAllowedGrantedWithdrawn()
    {
        using var work = Shop(TwoPurposeModel);
        work.Build("Shop").Succeeded().Reports();

        var lines = Lines(work.Run("Shop").Succeeded());

        Assert.Equal(["no scope: NoScope", "support: secret", "never asked: ConsentMissing", "granted: secret", "withdrawn: ConsentWithdrawn", "support still: secret"], lines);
    }

    [Fact]
    public void ChangedPolicy_IsFollowedByTheNextBuild_AndByTheNextStart()
    {
        // The next start: the copy beside the program is what counts; marketing now rests on a contract.
        using var work = Shop(TwoPurposeModel);
        work.Build("Shop").Succeeded();
        work.File("Shop/bin/Debug/net10.0/ethics.policy.json", Sources.Policy.Replace("\"basis\": \"consent\"", "\"basis\": \"contract\"").Replace("\"support\":   { \"title\": \"Answer your questions\", \"basis\": \"contract\" }", "\"support\":   { \"title\": \"Answer your questions\", \"basis\": \"consent\" }"));
        var lines = Lines(work.Run("Shop").Failed());
        Assert.Equal(["no scope: NoScope", "support: ConsentMissing", "never asked: secret"], lines.Take(3));

        // The next build: a ceiling forbids what the attribute allows.
        work.File("Shop/ethics.policy.json", Sources.Policy.Replace("\"title\": \"E-mail address\"", "\"title\": \"E-mail address\", \"only\": [\"support\"]"))
            .File("Shop/Newsletter.cs", Sources.Misuse);

        // The read itself, and what an undeclared helper reads for the three scopes for marketing of one program.
        work.Build("Shop").Succeeded().Reports("warning ECRM2001", "warning ECRM2003");
        Assert.Equal("support: secret", Lines(work.Run("Shop").Succeeded())[1]);
        Assert.NotEqual("granted: secret", Lines(work.Run("Shop").Succeeded())[3]);
    }

    [Fact]
    public void MisuseThatWasIgnoredAtBuild_IsRefusedAtRunTime()
    {
        using var work = Shop(Sources.Model, "using System; using Ethics.Crm; using Shop; var c = new Contact { Id = 1, Email = \"secret\" }; using (PurposeScope.Enter(\"marketing\")) try { Console.WriteLine(new Newsletter().Send(c)); } catch (PurposeViolationException e) { Console.WriteLine(e.Refusal + \": \" + e.Message); }")
            .File("Shop/Newsletter.cs", Sources.Misuse);
        work.Build("Shop", "-p:NoWarn=ECRM2001").Succeeded();

        var output = work.Run("Shop").Succeeded().Output;

        Assert.Contains("NotPermitted", output);
        Assert.Contains("Contact.Email", output);
        Assert.DoesNotContain("secret", output);
    }

    [Fact]
    public void MissingPolicyFile_FailsTheStart_AndNamesTheFile()
    {
        using var work = Shop(TwoPurposeModel);
        work.Build("Shop").Succeeded();
        File.Delete(work.PathOf("Shop/bin/Debug/net10.0/ethics.policy.json"));

        var run = work.Run("Shop").Failed();

        Assert.Contains("ethics.policy.json", run.Output);
        Assert.DoesNotContain("secret", run.Output);
    }

    [Fact]
    public void Publish_OfAProgramThatReferencesAnother_CarriesThePolicyOnce()
    {
        using var work = Shop(TwoPurposeModel)
            .Project("Admin", executable: true, items: """<ProjectReference Include="../Shop/Shop.csproj" />""" + Dependencies)
            .File("Admin/ethics.policy.json", Sources.Policy)
            .File("Admin/Program.cs", "System.Console.WriteLine(typeof(Shop.Contact).Name);");

        Tool.Dotnet(work.Folder, $"publish Admin -nologo -o \"{work.PathOf("out")}\"").Succeeded();

        Assert.Equal(Sources.Policy, File.ReadAllText(work.PathOf("out/ethics.policy.json")));
    }

    private static string[] Lines(ToolResult run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private Workspace Shop(string model, string program = Program) =>
        feed.NewWorkspace()
            .File("Shop/ethics.policy.json", Sources.Policy)
            .Project("Shop", executable: true, items: Dependencies, properties: "<ImplicitUsings>disable</ImplicitUsings>")
            .File("Shop/Contact.cs", model)
            .File("Shop/Program.cs", program);
}
