using System.Xml.Linq;
using Ethics.Crm.Package.Tests.Harness;

namespace Ethics.Crm.Package.Tests;

/// <summary>A web application that installs the package: the same purposes for the build and for the running program.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class WebApplicationTests(PackedFeed feed)
{
    /// <summary>Asks itself, so that its output says what a client would see.</summary>
    private const string Program =
        """
        using Ethics.Crm;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        using Shop;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddEthicsCrm();
        var app = builder.Build();
        var contact = new Contact { Id = 7, Email = "secret" };
        app.MapGet("/support", () => contact.Email).ForPurpose(Purposes.Support);
        app.MapGet("/marketing", () => contact.Email).ForPurpose(Purposes.Marketing);
        app.MapGet("/attribute", [ForPurpose(Purposes.Support)] () => contact.Email);
        app.MapGet("/none", () => contact.Email);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var path in new[] { "/support", "/marketing", "/attribute", "/none" })
        {
            var answer = await client.GetAsync(path);
            Console.WriteLine($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        await app.StopAsync();
        """;

    private static readonly string[] Answers = ["/support: 200 secret", "/marketing: 500 ", "/attribute: 200 secret", "/none: 500 "];

    [Fact]
    public void BuildAndRunningProgram_SayTheSameOfEachEndpoint()
    {
        using var work = Shop();

        var build = work.Build("Shop").Succeeded().Reports("warning ECRM2001");

        Assert.Contains("Program.cs(15,", build.Diagnostics.Single());
        Assert.Equal(Answers, Lines(work.Run("Shop").Succeeded()));
    }

    /// <summary>Our assemblies are those for .NET 8; the framework that runs them is the one that is installed.</summary>
    [Fact]
    public void ProjectForNet8_SaysTheSame()
    {
        using var work = Shop("<LangVersion>13</LangVersion><RollForward>Major</RollForward><UseAppHost>false</UseAppHost>", "net8.0");

        work.Build("Shop").Succeeded().Reports("warning ECRM2001");

        Assert.Equal(Answers, Lines(work.Run("Shop").Succeeded()));
    }

    [Fact]
    public void Trimmed_GivesNoWarningOfOurs_AndRuns()
    {
        using var work = Shop("<PublishTrimmed>true</PublishTrimmed><TrimmerSingleWarn>false</TrimmerSingleWarn><TrimMode>full</TrimMode>");

        work.Publish("Shop", "--use-current-runtime").Succeeded().Reports("warning ECRM2001");

        Assert.Equal(Answers, Lines(Tool.Run(work.PathOf("published/Shop"), work.Folder).Succeeded()));
    }

    [Fact]
    public void Package_IsThereForEachFramework_AndBringsTheOthers()
    {
        using var package = feed.Open("Ethics.Crm.AspNetCore");
        var files = package.Entries.Select(e => e.FullName).ToList();
        using var nuspec = package.GetEntry("Ethics.Crm.AspNetCore.nuspec")!.Open();
        var elements = XDocument.Load(nuspec).Descendants().ToList();

        foreach (var framework in new[] { "net8.0", "net10.0" })
        {
            Assert.Contains($"lib/{framework}/Ethics.Crm.AspNetCore.dll", files);
            Assert.Contains($"lib/{framework}/Ethics.Crm.AspNetCore.xml", files);
        }

        Assert.Contains("README.md", files);
        var dependencies = elements.Where(e => e.Name.LocalName == "dependency").ToList();
        Assert.Equal(2, dependencies.Count);
        Assert.All(dependencies, d => Assert.Equal(("Ethics.Crm", "All", PackedFeed.Version), ((string?)d.Attribute("id"), (string?)d.Attribute("include"), (string?)d.Attribute("version"))));
        Assert.All(elements.Where(e => e.Name.LocalName == "frameworkReference"), f => Assert.Equal("Microsoft.AspNetCore.App", (string?)f.Attribute("name")));
    }

    private static string[] Lines(ToolResult result) => result.Output.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.StartsWith('/')).ToArray();

    private Workspace Shop(string properties = "", string framework = "net10.0") => feed.NewWorkspace()
        .File("Shop/ethics.policy.json", Sources.Policy)
        .Project("Shop", framework, sdk: "Microsoft.NET.Sdk.Web", package: "Ethics.Crm.AspNetCore", properties: "<ImplicitUsings>enable</ImplicitUsings>" + properties)
        .File("Shop/Contact.cs", Sources.Model).File("Shop/Program.cs", Program);
}
